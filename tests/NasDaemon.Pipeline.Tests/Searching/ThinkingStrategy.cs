using System.Threading.Channels;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Pipeline.Tests.Searching;

/// <summary>A strategy that thinks until it is told to go on: proposes the given sources in batches, and fails where it is disturbed meanwhile.</summary>
internal sealed class ThinkingStrategy(params string[] sources) : ISearchStrategy
{
    private readonly ListedStrategy _inner = new(sources);
    private readonly Channel<bool> _thoughts = Channel.CreateUnbounded<bool>();
    private volatile bool _isThinking;

    public bool ProposesAhead { get; init; }

    public int BatchSize { get; init; } = 1;

    /// <summary>How many candidates each question asked for.</summary>
    public List<int> Wanted { get; } = [];

    /// <summary>What it observed, in order.</summary>
    public IReadOnlyList<string> Observed => _inner.Observed;

    /// <summary>How often it was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Lets it come to an end of so many thoughts.</summary>
    public void GoOn(int thoughts = 1)
    {
        for (var thought = 0; thought < thoughts; thought++)
        {
            _thoughts.Writer.TryWrite(true);
        }
    }

    public async ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        Questions++;
        Wanted.Add(count);
        _isThinking = true;
        try
        {
            await Task.Yield();
            await _thoughts.Reader.ReadAsync(cancellation);
        }
        finally
        {
            _isThinking = false;
        }

        return await _inner.ProposeAsync(Math.Min(count, BatchSize), cancellation);
    }

    public void Observe(Observation observation)
    {
        Assert.False(_isThinking, "It was told something while it was thinking.");
        _inner.Observe(observation);
    }

    public string Snapshot()
    {
        Assert.False(_isThinking, "It was asked for its state while it was thinking.");
        return _inner.Snapshot();
    }

    public void Restore(string snapshot) => _inner.Restore(snapshot);
}
