using NasDaemon.Architectures.Tracing;
using NasDaemon.Architectures.Tracing.Diagnosis;

namespace NasDaemon.Architectures.Mending;

/// <summary>A source with its trace.</summary>
/// <param name="Source">The source.</param>
/// <param name="Result">What tracing gave.</param>
/// <param name="Notes">What the trace learnt.</param>
internal sealed record Attempt(string Source, TraceResult Result, TraceNotes Notes)
{
    /// <summary>Whether it got further than another one.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>True where it did.</returns>
    public bool IsFurtherThan(Attempt other) => Result.IsAccepted != other.Result.IsAccepted ? Result.IsAccepted : Reach.CompareTo(other.Reach) > 0;

    private (int Phase, int Nodes, long Steps) Reach => (Notes.Output is not null ? 2 : Notes.Network is not null ? 1 : 0, Notes.Nodes.Count, Notes.Steps);
}
