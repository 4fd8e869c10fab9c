using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Search.Prompting.Writing.Answers;
using NasDaemon.Search.Prompting.Writing.Extraction;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>Finds the source in an answer, reads it, and mends it where that is wanted.</summary>
/// <param name="sources">Reads and mends sources.</param>
internal sealed class DraftReader(ISourceReader sources)
{
    /// <summary>Finds the source.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mends">Whether failures whose cure follows from the shapes alone are cured.</param>
    /// <param name="reader">Makes a source of an answer that is not one itself; null where every answer is.</param>
    /// <param name="ledger">Learns what was mended.</param>
    /// <returns>The first of the sources in the answer that is a network for the task, or else the likeliest.</returns>
    public Draft Read(Answer answer, bool mends, IAnswerReader? reader, WritingLedger ledger)
    {
        if (answer.Failure is { } failed)
        {
            return Draft.Refused(failed);
        }

        if (reader?.Read(answer.Text, answer.Reason == FinishReason.Length) is { } made)
        {
            return made.Refusal is { } refusal ? Draft.Refused(refusal) : Choose([new Draft(made.Source, sources.Read(made.Source), null)], mends, ledger);
        }

        var blocks = AnswerCode.Find(answer.Text);
        if (blocks.Count == 0)
        {
            return Draft.Refused(answer.Reason == FinishReason.Length ? Cut(answer) : new Failure(
                FailureClass.NoCode, "The answer holds no source: no class was found in it.", Hint: "The answer has to hold one block of Python with class Net(nn.Module)."));
        }

        var drafts = blocks.Select(block => new Draft(block.Text, sources.Read(block.Text), null)).ToList();
        var chosen = Choose(drafts, mends, ledger);
        var isCut = answer.Reason == FinishReason.Length && !blocks[0].IsClosed && chosen.Failure is not null;
        return isCut ? Draft.Refused(Cut(answer)) : chosen;
    }

    private static Failure Cut(Answer answer) => new(
        FailureClass.Truncated,
        $"The answer was cut off after {answer.Tokens} tokens, before the network was whole.",
        Hint: "Allow longer answers, or ask for a shorter network.");

    private Draft Choose(List<Draft> drafts, bool mends, WritingLedger ledger)
    {
        var right = drafts.Find(draft => draft.Failure is null);
        if (!mends)
        {
            return right ?? drafts[0];
        }

        // A network that is right may still lack its imports.
        var mended = right is null ? drafts.ConvertAll(draft => sources.Mend(draft.Source)) : [sources.Mend(right.Source)];
        var chosen = mended.Find(source => source.Reading.Failure is null) ?? mended[0];
        foreach (var cure in chosen.Cures)
        {
            ledger.Note(WritingStepKind.Mend, cure.Failure, cure.Change, helped: true);
        }

        return new Draft(chosen.Source, chosen.Reading, null);
    }
}
