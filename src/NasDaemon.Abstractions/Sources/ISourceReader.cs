using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Abstractions.Sources;

/// <summary>
/// Reads sources as the task's own judge does: for its shape and within its constraints, without executing them. Members may be called
/// from any thread and take about a millisecond.
/// </summary>
public interface ISourceReader
{
    /// <summary>Reads a whole source.</summary>
    /// <param name="source">The text of a Python file with <c>class Net(nn.Module)</c>. May be hostile.</param>
    /// <returns>The network, or why it is refused. Never throws for what a source holds.</returns>
    SourceReading Read(string source);

    /// <summary>Cures what can be cured from names and shapes alone, in the source itself and as little as possible.</summary>
    /// <param name="source">The text of a Python file. May be hostile.</param>
    /// <returns>The source with its cures; each brought it nearer to a network. Nothing is cured in a source that is right.</returns>
    MendedSource Mend(string source);

    /// <summary>Reads the beginning of a source, which ends at the end of a line.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="mends">Whether a failure that <see cref="Mend"/> cures counts as none.</param>
    /// <returns>How far it has come, and whether it can still become a network. Never throws for what the text holds.</returns>
    PartialReading ReadPartial(string text, bool mends);
}

/// <summary>What a source holds.</summary>
/// <param name="SourceFingerprint">MD5 over the source without whitespace, as 32 hexadecimal digits.</param>
/// <param name="Architecture">The network; null where tracing failed.</param>
/// <param name="GraphFingerprint">MD5 over the canonical graph; null where there is no network.</param>
/// <param name="Failure">Why it is refused, by the tracer or by the task's constraints; null where it is not.</param>
public sealed record SourceReading(string SourceFingerprint, Architecture? Architecture, string? GraphFingerprint, Failure? Failure);
