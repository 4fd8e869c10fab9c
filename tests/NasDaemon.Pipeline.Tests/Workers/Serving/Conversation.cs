using System.IO.Pipelines;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Workers.Protocol;
using NasDaemon.Pipeline.Workers.Serving;

namespace NasDaemon.Pipeline.Tests.Workers.Serving;

/// <summary>The daemon's side of a conversation with a worker loop that runs in this process.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private readonly StreamWriter _commands;
    private readonly StreamReader _messages;
    private readonly Task _serving;

    public Conversation(WorkerLoop loop)
    {
        var (input, output) = (new Pipe(), new Pipe());
        _commands = new StreamWriter(input.Writer.AsStream()) { AutoFlush = true };
        _messages = new StreamReader(output.Reader.AsStream());
        var worker = new StreamWriter(output.Writer.AsStream());
        _serving = loop.RunAsync(new StreamReader(input.Reader.AsStream()), worker, inputEnded: () => { });
    }

    /// <summary>The epochs that the worker reported.</summary>
    public List<EpochMetrics> Epochs { get; } = [];

    /// <summary>Runs a trial and answers each epoch; where there are no answers left, the trial goes on.</summary>
    public async Task<TrialResult> RunAsync(TrialRequest request, params EpochDecision[] answers)
    {
        var left = new Queue<EpochDecision>(answers);
        await SendAsync(new RunCommand(request));
        while (RecordJson.Read<WorkerMessage>((await _messages.ReadLineAsync())!) is var message)
        {
            if (message is EndMessage end)
            {
                return end.Result;
            }

            if (message is EpochMessage epoch)
            {
                Epochs.Add(epoch.Metrics);
                await SendAsync(new DecideCommand(left.TryDequeue(out var answer) ? answer : EpochDecision.Continue));
            }
        }

        throw new InvalidOperationException("The worker ended without a result.");
    }

    public async ValueTask DisposeAsync()
    {
        await _commands.DisposeAsync();
        await _serving;
        _messages.Dispose();
    }

    private Task SendAsync(WorkerCommand command) => _commands.WriteLineAsync(RecordJson.Write(command));
}
