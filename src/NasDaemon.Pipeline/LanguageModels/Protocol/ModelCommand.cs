using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Pipeline.LanguageModels.Protocol;

/// <summary>
/// What the daemon writes to the standard input of a model's process, one JSON object a line. Any number may be under way at once.
/// The end of the input ends the process.
/// </summary>
/// <param name="Id">The number by which the messages of the answer are known.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LoadCommand), "load")]
[JsonDerivedType(typeof(CountCommand), "count")]
[JsonDerivedType(typeof(CompleteCommand), "complete")]
[JsonDerivedType(typeof(OpenCommand), "open")]
[JsonDerivedType(typeof(ContinueCommand), "continue")]
[JsonDerivedType(typeof(AppendCommand), "append")]
[JsonDerivedType(typeof(RewindCommand), "rewind")]
[JsonDerivedType(typeof(ScoreCommand), "score")]
[JsonDerivedType(typeof(CloseCommand), "close")]
[JsonDerivedType(typeof(CancelCommand), "cancel")]
internal abstract record ModelCommand(long Id);

/// <summary>Load the model; the first command. Answered by a <see cref="LoadedMessage"/>.</summary>
/// <param name="Id">The number of the answer.</param>
/// <param name="Model">The model.</param>
internal sealed record LoadCommand(long Id, NamedLanguageModel Model) : ModelCommand(Id);

/// <summary>Count tokens. Answered by a <see cref="NumberMessage"/>.</summary>
/// <param name="Id">The number of the answer.</param>
/// <param name="Prompt">The prompt.</param>
internal sealed record CountCommand(long Id, Prompt Prompt) : ModelCommand(Id);

/// <summary>Answer a prompt. Answered by <see cref="TextMessage"/> and at last an <see cref="EndMessage"/>.</summary>
/// <param name="Id">The number of the answer.</param>
/// <param name="Request">The request.</param>
internal sealed record CompleteCommand(long Id, CompletionRequest Request) : ModelCommand(Id);

/// <summary>Open a sequence, which is known by the number of this command. Answered by a <see cref="NumberMessage"/> with its length.</summary>
/// <param name="Id">The number of the answer and of the sequence.</param>
/// <param name="Prompt">The prompt.</param>
internal sealed record OpenCommand(long Id, Prompt Prompt) : ModelCommand(Id);

/// <summary>Let a sequence go on. Answered by a <see cref="ContinuedMessage"/>.</summary>
/// <param name="Id">The number of the answer.</param>
/// <param name="Sequence">The sequence.</param>
/// <param name="Request">How.</param>
internal sealed record ContinueCommand(long Id, long Sequence, ContinuationRequest Request) : ModelCommand(Id);

/// <summary>Add text to a sequence. Answered by a <see cref="NumberMessage"/> with its length.</summary>
/// <param name="Id">The number of the answer.</param>
/// <param name="Sequence">The sequence.</param>
/// <param name="Text">The text.</param>
internal sealed record AppendCommand(long Id, long Sequence, string Text) : ModelCommand(Id);

/// <summary>Cut a sequence back. Answered by a <see cref="NumberMessage"/> with its length.</summary>
/// <param name="Id">The number of the answer.</param>
/// <param name="Sequence">The sequence.</param>
/// <param name="Length">The length to cut back to.</param>
internal sealed record RewindCommand(long Id, long Sequence, int Length) : ModelCommand(Id);

/// <summary>Score continuations of a sequence. Answered by a <see cref="ScoresMessage"/>.</summary>
/// <param name="Id">The number of the answer.</param>
/// <param name="Sequence">The sequence.</param>
/// <param name="Continuations">The texts.</param>
internal sealed record ScoreCommand(long Id, long Sequence, ImmutableArray<string> Continuations) : ModelCommand(Id);

/// <summary>Give a sequence up. Not answered.</summary>
/// <param name="Id">The sequence.</param>
internal sealed record CloseCommand(long Id) : ModelCommand(Id);

/// <summary>End an earlier command early. Not answered, but that command is.</summary>
/// <param name="Id">The number of that command.</param>
internal sealed record CancelCommand(long Id) : ModelCommand(Id);
