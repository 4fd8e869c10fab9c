using System.Globalization;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A <c>view</c> or <c>reshape</c> into another number of values than there are.</summary>
internal sealed class ViewSizeRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Notes.Operator is not { Name: "view" or "reshape", Arguments.Positional: [TensorValue tensor, _, ..] } failed
            || Sizes.OfSample(tensor.Shape) is not { } values)
        {
            yield break;
        }

        List<Value> rest = [.. failed.Arguments.Positional.Skip(1)];
        var sizes = rest is [var only] && Sequences.Items(only) is { } items ? items : rest;
        var written = ViewCall.SizesOf(breakdown.Text, breakdown.Text.CallAt(Places.Of(breakdown), failed.Name));
        if (written.Count != sizes.Count || sizes.Count < 2 || sizes.Any(size => size is not IntegerValue))
        {
            yield break;
        }

        var constants = sizes.Select(size => ((IntegerValue)size).Constant).ToList();
        for (var axis = sizes.Count - 1; axis >= 1; axis--)
        {
            var others = constants.Where((size, other) => other > 0 && other != axis).Aggregate(1L, (product, size) => product * size);
            if (others > 0 && values % others == 0 && constants[axis] != -1)
            {
                var changes = new List<TextChange> { Number(breakdown.Text, written[axis], values / others) };
                if (sizes[0] is IntegerValue { BatchMultiple: 0, Constant: not -1 })
                {
                    changes.Add(Number(breakdown.Text, written[0], -1));
                }

                yield return new SourceEdit(changes);
            }
        }
    }

    private static TextChange Number(SourceText text, WrittenArgument argument, long value) =>
        text.Replace(argument.First, argument.End, value.ToString(CultureInfo.InvariantCulture));
}
