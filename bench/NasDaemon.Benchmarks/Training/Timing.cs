namespace NasDaemon.Benchmarks.Training;

/// <summary>How long some steps took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">By the processor's own count, which other programs disturb less.</param>
internal sealed record Timing(TimeSpan Wall, TimeSpan Processor);
