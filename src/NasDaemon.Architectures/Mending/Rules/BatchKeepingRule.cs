using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Mending.Texts;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A <c>view</c>, <c>reshape</c> or <c>flatten</c> that mixed the samples of a batch, which shows only later.</summary>
internal sealed class BatchKeepingRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Failure.Class is not (FailureClass.WrongOutput or FailureClass.ShapeMismatch))
        {
            yield break;
        }

        foreach (var node in breakdown.Notes.Nodes)
        {
            if (Input(node, breakdown) is not { } input || node.Operator is not ("view" or "reshape" or "flatten")
                || Sizes.OfSample(input.Shape) is not { } values || Sizes.OfSample(node.Outputs[0].Shape) is not null)
            {
                continue;
            }

            foreach (var call in breakdown.Text.CallsIn(node.Line, "view", "reshape"))
            {
                if (ViewCall.SizesOf(breakdown.Text, call) is [_, var second])
                {
                    var number = values.ToString(CultureInfo.InvariantCulture);
                    yield return new SourceEdit([breakdown.Text.Replace(second.First, second.End, number)]) { IsTentative = true };
                }
            }

            foreach (var call in breakdown.Text.CallsIn(node.Line, "flatten"))
            {
                if (call.Arguments.Count <= 1 && call.Arguments.All(argument => argument is { Keyword: null, IsSpread: false }))
                {
                    var closing = breakdown.Text.Tokens[call.Closing].Start;
                    yield return SourceEdit.Replace(closing, closing, call.Arguments.Count == 0 ? "1" : ", 1") with { IsTentative = true };
                }
            }
        }
    }

    private static TensorType? Input(GraphNode node, Breakdown breakdown) => node.Arguments is not [var first, ..] ? null : first.Value switch
    {
        ValueArgument value => breakdown.Notes.Nodes[value.Node].Outputs[value.Output],
        InputArgument { Index: 0 } => new TensorType([Dimension.Batch, .. breakdown.Request.Shape.Input.Select(size => Dimension.FromInt64(size))]),
        _ => null,
    };
}
