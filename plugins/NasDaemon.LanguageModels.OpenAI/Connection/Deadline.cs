namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>A time limit beside the caller's wish to end; it can be set anew.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    /// <summary>Sets the limit.</summary>
    /// <param name="limit">How long from now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">The caller's wish to end.</param>
    public Deadline(TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        Limit = limit;
        _timer = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellation);
    }

    /// <summary>The limit that holds.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>Ends at the limit or when the caller wishes.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether the limit has been reached.</summary>
    public bool HasPassed => _timer.IsCancellationRequested;

    /// <summary>Sets the limit anew.</summary>
    /// <param name="limit">How long from now.</param>
    public void Reset(TimeSpan limit)
    {
        Limit = limit;
        _timer.CancelAfter(limit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
