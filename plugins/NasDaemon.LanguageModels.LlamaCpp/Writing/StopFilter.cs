using System.Collections.Immutable;
using System.Text;

namespace NasDaemon.LanguageModels.LlamaCpp.Writing;

/// <summary>Lets text through up to a stop string, of which no part ever passes: what could be its beginning is held back.</summary>
/// <param name="stops">The stop strings; empty ones never match.</param>
internal sealed class StopFilter(ImmutableArray<string> stops)
{
    private readonly ImmutableArray<string> _stops = [.. stops.Where(stop => stop.Length > 0)];
    private readonly StringBuilder _held = new();

    /// <summary>Whether a stop string was written.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Takes text.</summary>
    /// <returns>What may pass now.</returns>
    public string Add(string text)
    {
        _held.Append(text);
        var held = _held.ToString();
        var stop = _stops.Select(stop => held.IndexOf(stop, StringComparison.Ordinal)).Where(position => position >= 0).DefaultIfEmpty(-1).Min();
        Stopped |= stop >= 0;
        var passing = stop >= 0 ? stop : held.Length - Beginning(held);
        _held.Remove(0, passing);
        return held[..passing];
    }

    /// <summary>What is still held back when nothing more comes; nothing where a stop string was written.</summary>
    public string Rest() => Stopped ? "" : _held.ToString();

    // How many of the last characters could begin a stop string.
    private int Beginning(string held)
    {
        var longest = 0;
        foreach (var stop in _stops)
        {
            for (var length = Math.Min(stop.Length - 1, held.Length); length > longest; length--)
            {
                if (held.AsSpan(held.Length - length).SequenceEqual(stop.AsSpan(0, length)))
                {
                    longest = length;
                }
            }
        }

        return longest;
    }
}
