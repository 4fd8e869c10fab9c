using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Abstractions.Sources;

/// <summary>A source in which failures were cured whose cure follows from names and shapes alone.</summary>
/// <param name="Source">The source; as it was where nothing could be cured.</param>
/// <param name="Reading">What it holds now.</param>
/// <param name="Cures">What was cured, in order.</param>
public sealed record MendedSource(string Source, SourceReading Reading, ImmutableArray<Cure> Cures);

/// <summary>A failure that was cured in the source itself.</summary>
/// <param name="Failure">The failure.</param>
/// <param name="Change">The change, as a unified diff.</param>
public sealed record Cure(Failure Failure, string Change);
