using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Editing;

/// <summary>A place that changes.</summary>
/// <param name="Search">The lines that stand there.</param>
/// <param name="Replacement">The lines that replace them.</param>
internal sealed record EditBlock(ImmutableArray<string> Search, ImmutableArray<string> Replacement);
