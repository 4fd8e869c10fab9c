using System.Collections.Concurrent;
using System.Threading.Channels;
using NasDaemon.Pipeline.LanguageModels.Protocol;
using NasDaemon.Pipeline.Processes;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>Hands the messages of a model's process to those who wait for them.</summary>
internal sealed class ModelConnection : IAsyncDisposable
{
    private readonly ModelProcess _process;
    private readonly ConcurrentDictionary<long, ChannelWriter<ModelMessage>> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ModelWatch _watch;
    private readonly Task<ProcessExit> _ended;
    private long _last;

    /// <summary>Takes a process that was just started.</summary>
    /// <param name="process">The process.</param>
    /// <param name="silence">How long it may do nothing while someone waits for an answer.</param>
    /// <param name="time">The clock.</param>
    public ModelConnection(ModelProcess process, TimeSpan silence, TimeProvider time)
    {
        _process = process;
        _watch = new ModelWatch(process, () => !_waiting.IsEmpty, silence, time);
        _ended = ReceiveAsync();
    }

    /// <summary>Whether the process has ended, or is about to.</summary>
    public bool HasEnded => _ended.IsCompleted || _process.HasEnded;

    /// <summary>The process's number.</summary>
    public int ProcessId => _process.Id;

    /// <summary>How the process ended; completes when it has.</summary>
    public Task<ProcessExit> Ended => _ended;

    /// <summary>A number for the next command.</summary>
    public long NextId() => Interlocked.Increment(ref _last);

    /// <summary>Sends a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The messages that answer it; they end when the process does, or when <see cref="Forget"/> is called.</returns>
    public async Task<ChannelReader<ModelMessage>> AskAsync(ModelCommand command)
    {
        var messages = Channel.CreateUnbounded<ModelMessage>();
        _waiting[command.Id] = messages.Writer;
        await TellAsync(command).ConfigureAwait(false);
        if (HasEnded)
        {
            // The process may have ended before anyone was listed.
            await _ended.ConfigureAwait(false);
            messages.Writer.TryComplete();
        }

        return messages.Reader;
    }

    /// <summary>Sends a command that is not answered.</summary>
    public async Task TellAsync(ModelCommand command)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            await _process.SendAsync(command).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Ends the wait for the answer to a command.</summary>
    public void Forget(long id) => _waiting.TryRemove(id, out _);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _ended.ConfigureAwait(false);
        await _process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<ProcessExit> ReceiveAsync()
    {
        await foreach (var message in _process.Messages.ReadAllAsync().ConfigureAwait(false))
        {
            _watch.Sign();
            if (_waiting.TryGetValue(message.Id, out var waiting))
            {
                waiting.TryWrite(message);
            }
        }

        // Whoever closes its output is of no further use.
        _process.Kill();
        var ended = await _process.ExitAsync().ConfigureAwait(false);
        await _watch.DisposeAsync().ConfigureAwait(false);
        foreach (var waiting in _waiting.Values)
        {
            waiting.TryComplete();
        }

        return ended with { Idle = _watch.Idle };
    }
}
