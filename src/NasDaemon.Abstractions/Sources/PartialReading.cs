using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Abstractions.Sources;

/// <summary>What the beginning of a source holds.</summary>
/// <param name="Failure">Why it cannot become a network for the task, whatever follows; null where it still can.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Length">How many characters of it are whole statements.</param>
/// <param name="Reached">The shape of the tensor that <c>forward</c> computed last, e.g. <c>[batch, 64, 8, 8]</c>; null where there is none.</param>
/// <param name="Indentation">The white space before the methods of the network's class; empty before there is one.</param>
public sealed record PartialReading(Failure? Failure, SourceStage Stage, int Length, string? Reached, string Indentation);

/// <summary>How far the beginning of a source has come.</summary>
public enum SourceStage
{
    /// <summary>The network's class has not begun.</summary>
    Before,

    /// <summary>The network's class has begun, and has no <c>forward</c>.</summary>
    Class,

    /// <summary>Its <c>forward</c> has begun, and returns nothing yet.</summary>
    Forward,

    /// <summary>It is a whole network for the task, with no failure.</summary>
    Whole,
}
