using System.Collections.Immutable;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Mending;

/// <summary>What mending a source gave.</summary>
/// <param name="Source">The source with its cures.</param>
/// <param name="Result">What tracing it gives.</param>
/// <param name="Cures">The cures, in order.</param>
public sealed record MendingResult(string Source, TraceResult Result, ImmutableArray<Cure> Cures);
