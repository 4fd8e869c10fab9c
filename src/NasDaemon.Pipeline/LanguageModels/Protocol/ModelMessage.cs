using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Pipeline.LanguageModels.Protocol;

/// <summary>What a model's process writes to its standard output, one JSON object a line.</summary>
/// <param name="Id">The number of the command that it answers.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LoadedMessage), "loaded")]
[JsonDerivedType(typeof(NumberMessage), "number")]
[JsonDerivedType(typeof(TextMessage), "text")]
[JsonDerivedType(typeof(EndMessage), "end")]
[JsonDerivedType(typeof(ContinuedMessage), "continued")]
[JsonDerivedType(typeof(ScoresMessage), "scores")]
[JsonDerivedType(typeof(RefusedMessage), "refused")]
internal abstract record ModelMessage(long Id);

/// <summary>The model is loaded.</summary>
/// <param name="Id">The number of the command.</param>
/// <param name="Info">What it is.</param>
internal sealed record LoadedMessage(long Id, LanguageModelInfo Info) : ModelMessage(Id);

/// <summary>A count or a length.</summary>
/// <param name="Id">The number of the command.</param>
/// <param name="Value">The number.</param>
internal sealed record NumberMessage(long Id, int Value) : ModelMessage(Id);

/// <summary>A piece of an answer.</summary>
/// <param name="Id">The number of the command.</param>
/// <param name="Text">The piece.</param>
internal sealed record TextMessage(long Id, string Text) : ModelMessage(Id);

/// <summary>The end of an answer.</summary>
/// <param name="Id">The number of the command.</param>
/// <param name="End">The end.</param>
internal sealed record EndMessage(long Id, CompletionEnd End) : ModelMessage(Id);

/// <summary>A sequence went on.</summary>
/// <param name="Id">The number of the command.</param>
/// <param name="Result">What was added.</param>
/// <param name="Length">How long it is now.</param>
internal sealed record ContinuedMessage(long Id, ContinuationResult Result, int Length) : ModelMessage(Id);

/// <summary>The probabilities of continuations.</summary>
/// <param name="Id">The number of the command.</param>
/// <param name="Scores">Their logarithms.</param>
internal sealed record ScoresMessage(long Id, ImmutableArray<double> Scores) : ModelMessage(Id);

/// <summary>The command could not be carried out.</summary>
/// <param name="Id">The number of the command.</param>
/// <param name="Failure">Why.</param>
internal sealed record RefusedMessage(long Id, Failure Failure) : ModelMessage(Id);
