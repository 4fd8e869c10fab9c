using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Creation;

/// <summary><c>torch.tensor</c> of numbers and nested lists of them.</summary>
internal static class LiteralRule
{
    private const int MostValues = 65536;

    /// <summary>Makes the tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        if (call["data"] is TensorValue tensor)
        {
            return tensor;
        }

        var shape = new List<Dimension>();
        var numbers = new List<Value>();
        if (Collect(call["data"], 0, shape, numbers) is { } error)
        {
            return error;
        }

        var element = numbers.Count == 0 || numbers.Any(number => number is FloatValue) ? ElementType.Float32
            : numbers.Any(number => number is IntegerValue) ? ElementType.Int64
            : ElementType.Bool;
        var values = numbers.Select(Numbers.ToDouble).ToArray();
        Initialisation contents = values.Length == 1 ? new ConstantInitialisation(values[0]) : new LiteralInitialisation([.. values]);
        if (element == ElementType.Float32)
        {
            call["data"] = AsFloats(call["data"]);
        }

        return CreationRules.Create(call, [.. shape], element, contents);
    }

    /// <summary>A tensor of a literal, with the element type of another tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Like(OperatorCall call)
    {
        var element = call["dtype"] as ElementTypeValue ?? ElementTypeValue.Of(call.Tensor("input").Type.Element);
        return Literal(call, call["data"], element);
    }

    /// <summary>A tensor of one number.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Scalar(OperatorCall call) => Literal(call, call["s"], call["dtype"] as ElementTypeValue ?? ElementTypeValue.Of(ElementType.Float32));

    private static CallResult Literal(OperatorCall call, Value data, ElementTypeValue element)
    {
        var steps = new Composition(call.Scope);
        return steps.Result(steps.Call("torch.tensor", new CallArguments([data], [new KeywordArgument("dtype", element)])));
    }

    private static Value AsFloats(Value value) => Sequences.Items(value) is { } items
        ? new TupleValue([.. items.Select(AsFloats)])
        : new FloatValue(Numbers.ToDouble(value));

    private static OperatorError? Collect(Value value, int depth, List<Dimension> shape, List<Value> numbers)
    {
        if (Sequences.Items(value) is not { } items)
        {
            if (!Numbers.IsNumber(value))
            {
                return OperatorError.Unsupported($"A tensor of {value.TypeName} is not supported.");
            }

            numbers.Add(value);
            return numbers.Count > MostValues ? OperatorError.Unsupported("A tensor literal of this size is not supported.") : null;
        }

        if (depth == shape.Count)
        {
            shape.Add(items.Count);
        }
        else if (shape[depth] != (Dimension)items.Count)
        {
            return OperatorError.Value($"expected sequence of length {shape[depth].Traced()} at dim {depth} (got {items.Count})");
        }

        foreach (var item in items)
        {
            if (Collect(item, depth + 1, shape, numbers) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}
