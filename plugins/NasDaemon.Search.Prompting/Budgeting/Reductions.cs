using System.Collections.Immutable;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Memory;
using NasDaemon.Search.Prompting.Python;
using NasDaemon.Search.Prompting.Wording;

namespace NasDaemon.Search.Prompting.Budgeting;

/// <summary>
/// The order in which a prompt that is too long gives things up: comments and training code of the networks shown, supporting networks
/// from the longest on, the sources of the oldest attempts and then these attempts, the end of the request, the reference.
/// </summary>
/// <param name="sources">Tells whether a shortened source is still the same network.</param>
internal sealed class Reductions(ISourceReader sources)
{
    private const int ShortestRequest = 200;

    /// <summary>The next step.</summary>
    /// <param name="draft">What the prompt holds.</param>
    /// <returns>The step; null where nothing is left to give up.</returns>
    public Reduction? Next(PromptDraft draft) =>
        Strip(draft) ?? DropSupporting(draft) ?? ForgetSource(draft) ?? ForgetAttempt(draft) ?? CutRequest(draft) ?? DropReference(draft);

    private Reduction? Strip(PromptDraft draft)
    {
        var examples = new ExampleSet(
            draft.Examples.Reference is { } reference ? Shorter(reference) : null, [.. draft.Examples.Supporting.Select(Shorter)]);
        ImmutableArray<Attempt> attempts = [.. draft.Attempts.Select(attempt => attempt with { Source = CommentStripper.Strip(attempt.Source) })];
        var isShorter = Length(examples, attempts) < Length(draft.Examples, draft.Attempts);
        return isShorter
            ? new Reduction(draft with { Examples = examples, Attempts = attempts }, "Comments and training code of the networks shown were left out.")
            : null;
    }

    private static Reduction? DropSupporting(PromptDraft draft)
    {
        if (draft.Examples.Supporting.IsEmpty)
        {
            return null;
        }

        var longest = draft.Examples.Supporting.MaxBy(example => example.Source.Length)!;
        var examples = draft.Examples with { Supporting = draft.Examples.Supporting.Remove(longest) };
        return new Reduction(draft with { Examples = examples }, $"The supporting network {longest.Name} was left out.");
    }

    private static Reduction? ForgetSource(PromptDraft draft)
    {
        // The last attempt keeps its source until only it is left.
        var oldest = draft.Attempts.FirstOrDefault(attempt => attempt.Source.Length > 0);
        return oldest is null
            ? null
            : new Reduction(
                draft with { Attempts = draft.Attempts.Replace(oldest, oldest with { Source = string.Empty }) }, $"The source of attempt {oldest.Number} was left out.");
    }

    private static Reduction? ForgetAttempt(PromptDraft draft) => draft.Attempts.IsEmpty
        ? null
        : new Reduction(draft with { Attempts = draft.Attempts.RemoveAt(0) }, $"Attempt {draft.Attempts[0].Number} was left out.");

    private static Reduction? CutRequest(PromptDraft draft) => draft.Request.Length <= ShortestRequest
        ? null
        : new Reduction(draft with { Request = Cut(draft.Request) }, "The request was shortened.");

    private static Reduction? DropReference(PromptDraft draft) => draft.Examples.Reference is null
        ? null
        : new Reduction(
            draft with { Examples = draft.Examples with { Reference = null }, Mode = draft.Mode == PromptMode.Edit ? PromptMode.Generate : draft.Mode },
            draft.Mode == PromptMode.Edit ? "The reference was left out, and so a whole network was asked for." : "The reference was left out.");

    // A character of two halves is not torn apart.
    private static string Cut(string request)
    {
        var half = Math.Max(ShortestRequest - 2, request.Length / 2);
        return string.Concat(request.AsSpan(0, char.IsHighSurrogate(request[half - 1]) ? half - 1 : half), " …");
    }

    private Example Shorter(Example example)
    {
        var source = CommentStripper.Strip(FunctionRemover.Remove(example.Source, FunctionRemover.Training));
        return source.Length < example.Source.Length && IsSame(example.Source, source) ? example with { Source = source } : example;
    }

    // A source that cannot be read is shown for what it is; there is no network to keep the same.
    private bool IsSame(string source, string shorter) =>
        sources.Read(source) is { GraphFingerprint: { } fingerprint } ? sources.Read(shorter).GraphFingerprint == fingerprint : true;

    private static int Length(ExampleSet examples, ImmutableArray<Attempt> attempts) =>
        (examples.Reference?.Source.Length ?? 0) + examples.Supporting.Sum(example => example.Source.Length) + attempts.Sum(attempt => attempt.Source.Length);
}
