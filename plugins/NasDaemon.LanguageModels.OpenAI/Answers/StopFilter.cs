using System.Collections.Immutable;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>Lets text through up to the first stop string. What may be the beginning of one is held back until it is known.</summary>
/// <param name="stops">The stop strings.</param>
internal sealed class StopFilter(ImmutableArray<string> stops)
{
    private string _held = string.Empty;

    /// <summary>Whether a stop string was met. Nothing passes any more.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Takes text and lets through what is safe.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is let through.</returns>
    public string Pass(string text)
    {
        if (IsStopped)
        {
            return string.Empty;
        }

        var all = _held + text;
        var stop = stops.Where(stop => stop.Length > 0).Select(stop => all.IndexOf(stop, StringComparison.Ordinal)).Where(index => index >= 0).DefaultIfEmpty(-1).Min();
        if (stop >= 0)
        {
            (IsStopped, _held) = (true, string.Empty);
            return all[..stop];
        }

        var safe = all.Length - LongestBeginning(all);
        // A character of two halves is let through whole.
        safe -= safe > 0 && char.IsHighSurrogate(all[safe - 1]) ? 1 : 0;
        _held = all[safe..];
        return all[..safe];
    }

    /// <summary>Lets through what was held back, since nothing follows.</summary>
    /// <returns>The text.</returns>
    public string Flush()
    {
        var rest = _held;
        _held = string.Empty;
        return rest;
    }

    private int LongestBeginning(string text)
    {
        for (var length = Math.Min(text.Length, stops.Select(stop => stop.Length - 1).DefaultIfEmpty(0).Max()); length > 0; length--)
        {
            var end = text.AsSpan(text.Length - length);
            foreach (var stop in stops)
            {
                if (stop.Length > length && stop.AsSpan().StartsWith(end, StringComparison.Ordinal))
                {
                    return length;
                }
            }
        }

        return 0;
    }
}
