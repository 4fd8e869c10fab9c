using NasDaemon.Abstractions.Search;

namespace NasDaemon.Reports.Figures;

/// <summary>Where a network came from, in words.</summary>
public static class OriginWords
{
    /// <summary>What it was made from, and what was done to it.</summary>
    /// <param name="origin">Where it came from.</param>
    /// <returns>One text; empty for one that was made from nothing.</returns>
    public static string MadeFrom(CandidateOrigin origin)
    {
        var parents = origin.Parents;
        var from = parents.IsEmpty ? string.Empty : $"{(parents.Length == 1 ? "candidate" : "candidates")} {string.Join(", ", parents.Select(parent => Figure.Count(parent)))}";
        return string.Join("; ", origin.Helpful().Select(step => WritingSteps.Word(step.Kind)).Distinct().Prepend(from).Where(part => part.Length > 0));
    }
}
