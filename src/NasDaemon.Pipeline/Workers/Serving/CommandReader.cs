using System.Collections.Concurrent;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Pipeline.Workers.Protocol;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>The worker's ear: a thread of its own, so that the end of the input is heard while a trial trains.</summary>
internal sealed class CommandReader : IDisposable
{
    private readonly TextReader _input;
    private readonly Action _inputEnded;
    private readonly BlockingCollection<WorkerCommand> _commands = [];

    public CommandReader(TextReader input, Action inputEnded)
    {
        (_input, _inputEnded) = (input, inputEnded);
        new Thread(Listen) { IsBackground = true, Name = "worker commands" }.Start();
    }

    /// <summary>The next command; null when the input has ended.</summary>
    public WorkerCommand? Next() => _commands.TryTake(out var command, Timeout.Infinite) ? command : null;

    /// <summary>The answer to an epoch; a trial whose daemon is gone stops.</summary>
    public EpochDecision NextDecision() => Next() is DecideCommand decide ? decide.Decision : EpochDecision.Stop;

    public void Dispose() => _commands.Dispose();

    private void Listen()
    {
        while (_input.ReadLine() is { } line)
        {
            _commands.Add(RecordJson.Read<WorkerCommand>(line));
        }

        _commands.CompleteAdding();
        _inputEnded();
    }
}
