using System.Text.Json.Serialization;

namespace NasDaemon.Estimation.Asha.Halving;

/// <summary>One rung: the results of the trials that reached it, and which of them were promoted.</summary>
internal sealed class Rung
{
    [JsonInclude]
    public List<RungEntry> Entries { get; private init; } = [];

    [JsonInclude]
    public HashSet<int> Promoted { get; private init; } = [];

    /// <summary>Notes a trial's result; the same trial's earlier one is replaced.</summary>
    public void Record(RungEntry entry)
    {
        Entries.RemoveAll(known => known.Number == entry.Number);
        Entries.Add(entry);
    }

    /// <summary>The best trial among the top 1/η that waits and was not promoted; null where there is none.</summary>
    public int? Promotable(int reductionFactor, IReadOnlyCollection<int> waiting) => Entries
        .OrderByDescending(entry => entry.Accuracy)
        .ThenBy(entry => entry.Loss)
        .ThenBy(entry => entry.Number)
        .Take(Entries.Count / reductionFactor)
        .Where(entry => !Promoted.Contains(entry.Number) && waiting.Contains(entry.Number))
        .Select(entry => (int?)entry.Number)
        .FirstOrDefault();
}
