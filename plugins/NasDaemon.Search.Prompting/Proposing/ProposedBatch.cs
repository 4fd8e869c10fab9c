using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>What was written at once.</summary>
/// <param name="Candidates">The candidates, those without a source too.</param>
/// <param name="Omissions">How many of their prompts had to leave something out.</param>
internal sealed record ProposedBatch(ImmutableArray<Candidate> Candidates, int Omissions)
{
    /// <summary>Whether the model could not be steered although that was asked for.</summary>
    public bool LacksSteering { get; init; }
}
