using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Turns bound values into arguments of a graph node.</summary>
internal static class ArgumentConverter
{
    /// <summary>What stands for <c>None</c>, and for tensors that no graph can refer to.</summary>
    public static readonly NoneArgument None = new();

    // Strides, paddings and groups: most integers of a graph are one of these.
    private const int SmallCount = 16;

    private static readonly IntArgument[] Small = [.. Enumerable.Range(0, SmallCount).Select(constant => new IntArgument(constant))];
    private static readonly TrainingArgument Training = new();
    private static readonly BoolArgument True = new(true);
    private static readonly BoolArgument False = new(false);

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isKnown">Set to false where the value is a tensor that no graph can refer to.</param>
    /// <returns>The argument.</returns>
    public static GraphArgument Convert(Value value, ref bool isKnown)
    {
        switch (value)
        {
            case TensorValue tensor:
                isKnown &= tensor.Source is not NoneArgument;
                return tensor.Source;
            case IntegerValue integer:
                return integer.Dimension is { IsFixed: true, Constant: >= 0 and < SmallCount and var constant }
                    ? Small[constant]
                    : new IntArgument(integer.Dimension);
            case FloatValue number:
                return new FloatArgument(number.Value);
            case BoolValue truth:
                return truth.Value ? True : False;
            case TextValue text:
                return new TextArgument(text.Value);
            case TrainingFlagValue:
                return Training;
            case ElementTypeValue element:
                return new TextArgument(ElementTypes.Name(element.Element));
            case TupleValue or ListValue:
                return ConvertItems(Sequences.Items(value)!, ref isKnown);
            default:
                return None;
        }
    }

    private static ListArgument ConvertItems(IReadOnlyList<Value> items, ref bool isKnown)
    {
        var converted = new GraphArgument[items.Count];
        for (var index = 0; index < converted.Length; index++)
        {
            converted[index] = Convert(items[index], ref isKnown);
        }

        return new ListArgument(ImmutableCollectionsMarshal.AsImmutableArray(converted));
    }
}
