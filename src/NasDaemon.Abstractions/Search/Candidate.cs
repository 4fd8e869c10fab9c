using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Abstractions.Search;

/// <summary>A proposed network: source plus where it came from.</summary>
/// <param name="Source">PyTorch source with <c>class Net(nn.Module)</c>.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="InheritsWeightsFrom">The number of the candidate of the same task whose trained weights it starts from; null starts afresh.</param>
public sealed record Candidate(string Source, CandidateOrigin Origin, int? InheritsWeightsFrom = null)
{
    /// <summary>Why there is no source to read: the model gave no answer, or none with code. Null where there is one.</summary>
    public Failure? Refusal { get; init; }
}

/// <summary>Where a candidate came from.</summary>
/// <param name="Strategy">The strategy that proposed it.</param>
/// <param name="Parents">The numbers of the candidates of the same task that it was made from; empty for none.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SpaceOrigin), "space")]
[JsonDerivedType(typeof(PromptOrigin), "prompt")]
public abstract record CandidateOrigin(string Strategy, ImmutableArray<int> Parents);

/// <summary>Built by a search space from an answer list.</summary>
/// <param name="Strategy">The strategy that proposed it.</param>
/// <param name="Parents">The candidates that it was made from.</param>
/// <param name="Answers">The decisions that made it.</param>
public sealed record SpaceOrigin(string Strategy, ImmutableArray<int> Parents, AnswerList Answers) : CandidateOrigin(Strategy, Parents);

/// <summary>Written by a language model.</summary>
/// <param name="Strategy">The strategy that proposed it.</param>
/// <param name="Parents">The candidates that the prompt showed.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Prompt">The whole prompt.</param>
/// <param name="Temperature">The sampling temperature.</param>
public sealed record PromptOrigin(string Strategy, ImmutableArray<int> Parents, string Model, string Prompt, double Temperature)
    : CandidateOrigin(Strategy, Parents)
{
    /// <summary>The seed that the answer was sampled with; null where there is none to name.</summary>
    public long? Seed { get; init; }

    /// <summary>How many supporting networks the prompt showed beside its reference.</summary>
    public int Supporting { get; init; }

    /// <summary>How the answer became the source.</summary>
    public WritingHistory Writing { get; init; } = WritingHistory.None;
}
