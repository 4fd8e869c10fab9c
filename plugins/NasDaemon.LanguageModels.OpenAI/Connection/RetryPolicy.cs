using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>
/// When a request is sent again: after half a second, then after twice as long each time, up to half a minute. A random part
/// keeps requests that failed together from coming back together.
/// </summary>
/// <param name="retries">How often at most.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Gives the random part.</param>
internal sealed class RetryPolicy(int retries, TimeProvider time, Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWish = TimeSpan.FromMinutes(5);
    private readonly Lock _lock = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>How long to wait before the next attempt.</summary>
    /// <param name="attempt">How many attempts have failed, from 1.</param>
    /// <param name="failure">How the last one did.</param>
    /// <returns>The pause; null to give up.</returns>
    public TimeSpan? Pause(int attempt, ServerException failure)
    {
        if (!failure.IsTemporary || attempt > retries || failure.RetryAfter > LongestWish)
        {
            return null;
        }

        var pause = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, attempt - 1)) * (0.5 + (0.5 * Draw())));
        return failure.RetryAfter is { } wish && wish > pause ? wish : pause;
    }

    /// <summary>Runs something until it succeeds or is given up.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="attempt">One attempt.</param>
    /// <param name="tell">Told of each failed attempt and the pause behind it.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What it gave.</returns>
    /// <exception cref="LanguageModelException">It was given up.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> attempt, Action<ServerException, TimeSpan> tell, CancellationToken cancellation)
    {
        for (var failed = 1; ; failed++)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (ServerException exception)
            {
                var pause = Pause(failed, exception) ?? throw new LanguageModelException(exception.Failure, exception);
                tell(exception, pause);
                await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private double Draw()
    {
        lock (_lock)
        {
            return random.NextDouble();
        }
    }
}
