using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Sources;

namespace NasDaemon.Architectures.Tracing;

/// <summary>How far the beginning of a source can be traced.</summary>
/// <param name="Failure">Where the trace ended early; null where it came to the end of what there is.</param>
/// <param name="Stage">How far the source has come.</param>
/// <param name="Parameters">Elements of all parameters that were made.</param>
/// <param name="Reached">The tensor that <c>forward</c> computed last; null where there is none.</param>
public sealed record BeginningTrace(Failure? Failure, SourceStage Stage, long Parameters, TensorType? Reached)
{
    /// <summary>How many characters of the beginning are whole statements.</summary>
    public int Length { get; init; }
}
