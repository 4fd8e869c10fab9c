using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Archives;

/// <summary>What came of an archive of another machine.</summary>
/// <param name="Change">What goes into the store; empty where nothing is new.</param>
/// <param name="Task">The task that the trials stand under; null where nothing is new.</param>
/// <param name="Known">How many trials this machine has already, or has in the same file.</param>
/// <param name="Refused">The lines that were refused, with the reason.</param>
public sealed record ImportedArchive(StoreChange Change, string? Task, int Known, ImmutableArray<RefusedLine> Refused)
{
    /// <summary>How many trials are new.</summary>
    public int New => Change.Trials.Length;
}

/// <summary>A line that is not imported.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RefusedLine(int Line, string Reason);
