using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Abstractions.Reports;

/// <summary>What a language model's candidates took to write.</summary>
/// <param name="PromptTokens">Tokens of the prompts.</param>
/// <param name="ReusedTokens">Of those, not decoded again since an earlier prompt began with the same.</param>
/// <param name="GeneratedTokens">Tokens of the answers, those that were thrown away among them.</param>
/// <param name="DiscardedTokens">Of those, thrown away.</param>
/// <param name="Seconds">How long the model worked.</param>
/// <param name="Unaided">Networks that run as the model wrote them: nothing that was done to their sources helped.</param>
/// <param name="Steps">What else was done to the sources; kinds that never occurred are left out.</param>
public sealed record WritingCounts(
    long PromptTokens,
    long ReusedTokens,
    long GeneratedTokens,
    long DiscardedTokens,
    double Seconds,
    int Unaided,
    ImmutableSortedDictionary<WritingStepKind, StepCounts> Steps);

/// <summary>How often something was done to sources, and what came of it.</summary>
/// <param name="Tried">How often it was tried.</param>
/// <param name="Won">How often the failure was gone afterwards.</param>
/// <param name="Networks">Networks that run and owe it to this, alone or with other steps.</param>
public sealed record StepCounts(int Tried, int Won, int Networks);
