using System.Collections.Immutable;
using System.Text.Json;

namespace NasDaemon.Benchmarks.Tables;

/// <summary>The scores that were asked for. May be used by several threads.</summary>
internal sealed class ScoreMemory
{
    private readonly string? _file;
    private readonly Dictionary<string, ImmutableArray<double>> _scores = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Begins with what a file holds.</summary>
    /// <param name="file">The file, which may not be there yet; null to keep nothing.</param>
    public ScoreMemory(string? file)
    {
        _file = file;
        foreach (var line in file is null || !File.Exists(file) ? [] : File.ReadLines(file))
        {
            var (text, scores) = JsonSerializer.Deserialize<RememberedScores>(line)!;
            _scores[text] = scores;
        }
    }

    /// <summary>What was kept.</summary>
    /// <param name="text">The text with its continuations.</param>
    /// <returns>The scores; null where this was never asked.</returns>
    public ImmutableArray<double>? Recall(string text)
    {
        lock (_gate)
        {
            return _scores.TryGetValue(text, out var scores) ? scores : null;
        }
    }

    /// <summary>Keeps scores.</summary>
    /// <param name="text">The text with its continuations.</param>
    /// <param name="scores">The scores.</param>
    public void Keep(string text, ImmutableArray<double> scores)
    {
        lock (_gate)
        {
            if (_scores.TryAdd(text, scores) && _file is not null)
            {
                File.AppendAllText(_file, JsonSerializer.Serialize(new RememberedScores(text, scores)) + "\n");
            }
        }
    }
}

/// <summary>A line of the file.</summary>
/// <param name="Text">The text with its continuations.</param>
/// <param name="Scores">Their scores.</param>
internal sealed record RememberedScores(string Text, ImmutableArray<double> Scores);
