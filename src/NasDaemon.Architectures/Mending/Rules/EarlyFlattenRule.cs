using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Layers for images behind a statement that flattens them too early: the statement goes.</summary>
internal sealed class EarlyFlattenRule : IMendingRule
{
    private const int FlatRank = 2;

    // x = self.flatten(x)
    private const int CallOfOwnLayer = 8;

    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        // Pooling takes two dimensions for one image, and the samples are gone.
        var lostSamples = breakdown.Failure.Class == FailureClass.WrongOutput && breakdown.Notes.Output is TensorValue { Shape: [{ BatchMultiple: 0 }, ..] };
        var wantsImages = breakdown.Failure.Class == FailureClass.ShapeMismatch
            && breakdown.Failure.Message.StartsWith("expected ", StringComparison.OrdinalIgnoreCase)
            && breakdown.Failure.Message.Contains('D', StringComparison.Ordinal);
        var node = wantsImages || lostSamples ? breakdown.Notes.Nodes.LastOrDefault(IsFlattening) : null;
        if (node is null || Statement(breakdown.Text.Tokens, node.Line) is not { } statement)
        {
            yield break;
        }

        var tokens = breakdown.Text.Tokens;
        var start = breakdown.Text.Source.LastIndexOf('\n', tokens[statement.First].Start) + 1;
        yield return SourceEdit.Replace(start, tokens[statement.End].End, string.Empty) with { IsTentative = true };
    }

    private static bool IsFlattening(GraphNode node) => node.Operator is "view" or "reshape" or "flatten" && node.Outputs[0].Shape.Length == FlatRank;

    // Only a statement that does nothing but give the flat tensor a name.
    private static (int First, int End)? Statement(IReadOnlyList<Token> tokens, int line)
    {
        var first = 0;
        while (first < tokens.Count && (tokens[first].Position.Line != line || tokens[first].Kind is TokenKind.Indent or TokenKind.Dedent))
        {
            first++;
        }

        var end = first;
        while (end < tokens.Count && tokens[end].Kind is not (TokenKind.NewLine or TokenKind.End))
        {
            end++;
        }

        var isPlain = end + 1 < tokens.Count && end > first + 1 && tokens[first].Kind == TokenKind.Name && tokens[first + 1].Kind == TokenKind.Assign
            && (end - first == CallOfOwnLayer || !Enumerable.Range(first, end - first).Any(index => tokens[index].Text == "self"));
        return isPlain ? (first, end) : null;
    }
}
