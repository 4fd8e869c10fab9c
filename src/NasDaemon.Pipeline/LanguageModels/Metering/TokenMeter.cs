namespace NasDaemon.Pipeline.LanguageModels.Metering;

/// <summary>Counts the tokens of language models as they are written. From any thread.</summary>
/// <param name="time">The clock.</param>
public sealed class TokenMeter(TimeProvider time)
{
    private const int Window = 10;
    private readonly Lock _turn = new();
    private readonly long _begun = time.GetTimestamp();

    // Tokens of each of the last seconds, by the second's number modulo the length.
    private readonly long[] _seconds = new long[Window + 1];
    private long _newest;
    private long _generated;
    private long _read;

    /// <summary>Tokens that models have written since the daemon began.</summary>
    public long Generated => Interlocked.Read(ref _generated);

    /// <summary>Tokens of prompts that models have read since the daemon began.</summary>
    public long Read => Interlocked.Read(ref _read);

    /// <summary>Tokens written a second, over the last ten whole seconds.</summary>
    /// <returns>The mean.</returns>
    public double PerSecond()
    {
        lock (_turn)
        {
            var now = Turn();
            return (_seconds.Sum() - _seconds[now % _seconds.Length]) / (double)Math.Clamp(now, 1, Window);
        }
    }

    /// <summary>Notes tokens that were written.</summary>
    /// <param name="tokens">How many.</param>
    internal void Wrote(long tokens)
    {
        Interlocked.Add(ref _generated, tokens);
        lock (_turn)
        {
            _seconds[Turn() % _seconds.Length] += tokens;
        }
    }

    /// <summary>Notes tokens of a prompt.</summary>
    /// <param name="tokens">How many.</param>
    internal void Took(long tokens) => Interlocked.Add(ref _read, tokens);

    private long Turn()
    {
        var now = (long)time.GetElapsedTime(_begun).TotalSeconds;
        for (var second = Math.Max(_newest + 1, now - Window); second <= now; second++)
        {
            _seconds[second % _seconds.Length] = 0;
        }

        return _newest = Math.Max(_newest, now);
    }
}
