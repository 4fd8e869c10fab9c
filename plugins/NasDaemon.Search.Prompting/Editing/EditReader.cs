using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Search.Prompting.Python;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Search.Prompting.Editing;

/// <summary>
/// Makes a source of the changes that an answer holds. A change whose place is not found is left out as long as another one has its place;
/// an answer without changes that holds a whole network counts as that network.
/// </summary>
/// <param name="reference">The source that is changed.</param>
internal sealed class EditReader(string reference) : IAnswerReader
{
    /// <inheritdoc/>
    public AnswerReading? Read(string answer, bool isTruncated)
    {
        var blocks = EditParser.Parse(answer);
        if (blocks.IsEmpty)
        {
            return answer.Contains("class Net", StringComparison.Ordinal) ? null : Refuse(Nothing(isTruncated));
        }

        ImmutableArray<string> lines = [.. SourceLines.Of(reference.TrimEnd())];
        var (source, applied) = (lines, 0);
        foreach (var block in blocks)
        {
            if (EditApplication.Apply(source, block) is { } changed)
            {
                (source, applied) = (changed, applied + 1);
            }
        }

        return applied > 0 ? new AnswerReading(SourceLines.Join(source), null) : Refuse(Misplaced(blocks[0]));
    }

    private static AnswerReading Refuse(Failure failure) => new(string.Empty, failure);

    private static Failure Nothing(bool isTruncated) => isTruncated
        ? new Failure(FailureClass.Truncated, "The answer was cut off before its first change was whole.")
        : new Failure(FailureClass.NoCode, "The answer holds no change to the reference.");

    private static Failure Misplaced(EditBlock block) => new(
        FailureClass.NoCode, "No change of the answer has its place in the reference.", Hint: $"It has no single place with: {string.Join(" / ", block.Search).Trim()}");
}
