using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Creation;

/// <summary>Shape rules of random tensors and special tables.</summary>
internal static class RandomRules
{
    /// <summary>Random integers.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Integers(OperatorCall call)
    {
        if (call.IsNone("size"))
        {
            (call["low"], call["high"], call["size"]) = (new IntegerValue(0), call["low"], call["high"]);
        }

        if (Sequences.Items(call["size"]) is not { } size || !size.All(item => item is IntegerValue) || call["high"] is not IntegerValue high)
        {
            return OperatorError.Type("randint() received an invalid combination of arguments - got (" + string.Join(", ", call.Values.Take(3).Select(value => value.TypeName)) + "), but expected one of:");
        }

        if (high.Traced <= call.Integer("low"))
        {
            return OperatorError.Runtime($"random_ expects 'from' to be less than 'to', but got from={call.Integer("low")} >= to={high.Traced}");
        }

        var steps = new Composition(call.Scope);
        var element = (call["dtype"] as ElementTypeValue)?.Element ?? ElementType.Int64;
        return steps.Result(steps.Operator("randint_low", call["low"], high, new TupleValue([.. size]), ElementTypeValue.Of(element)));
    }

    /// <summary>A tensor of a given size and element type.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Sized(OperatorCall call) => CreationRules.Create(call, call.Dimensions("size"), ElementType.Int64, null);

    /// <summary>Random integers in the shape of a tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult IntegersLike(OperatorCall call)
    {
        var input = call.Tensor("input");
        var steps = new Composition(call.Scope);
        var element = (call["dtype"] as ElementTypeValue)?.Element ?? input.Type.Element;
        var (low, high) = call.IsNone("high") ? (new IntegerValue(0), call["low"]) : (call["low"], call["high"]);
        return steps.Result(steps.Operator("randint_low", low, high, new SizeValue(input.Shape), ElementTypeValue.Of(element)));
    }

    /// <summary>A random order.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Permutation(OperatorCall call) =>
        CreationRules.Create(call, [((IntegerValue)call["n"]).Dimension], ElementType.Int64, null);

    /// <summary>Zeros and ones, drawn with the tensor's elements as probabilities.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Bernoulli(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        return steps.Result(call.IsNone("p")
            ? steps.Operator("bernoulli_draw", call["input"])
            : steps.Operator("bernoulli_share", call["input"], call["p"]));
    }

    /// <summary>Zeros and ones in the shape of a tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult BernoulliInPlace(OperatorCall call)
    {
        var (steps, input) = (new Composition(call.Scope), call.Tensor("input"));
        return steps.Result(call["p"] is TensorValue odds
            ? steps.Operator("bernoulli_draw", steps.Method("expand", odds, new SizeValue(input.Shape)))
            : steps.Operator("bernoulli_share", input, new FloatValue(Numbers.ToDouble(call["p"]))));
    }

    /// <summary>Exponentially distributed numbers in the shape of a tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Exponential(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        return steps.Result(steps.Operator("exponential_draw", call["input"], call["lambd"]));
    }

    /// <summary>Normally distributed numbers.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Normal(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        Value noise;
        if (call["size"] is TupleValue or ListValue)
        {
            noise = steps.Call("torch.randn", call["size"]);
        }
        else if ((call["mean"] as TensorValue ?? call["std"] as TensorValue) is { } shaped)
        {
            noise = steps.Call("torch.randn_like", shaped);
        }
        else
        {
            return OperatorError.Type("normal() received an invalid combination of arguments - got (float, float), but expected one of:");
        }

        return steps.Result(steps.Call("torch.add", steps.Call("torch.mul", noise, call["std"]), call["mean"]));
    }

    /// <summary>Places drawn with given weights.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The places.</returns>
    public static CallResult Multinomial(OperatorCall call)
    {
        var shape = call.Tensor("input").Shape;
        if (shape.Length is not (1 or 2))
        {
            return OperatorError.Shape("prob_dist must be 1 or 2 dim");
        }

        return call.Emit(new TensorType(shape.SetItem(shape.Length - 1, ((IntegerValue)call["num_samples"]).Dimension), ElementType.Int64), 0);
    }

    /// <summary>Numbers at equal ratios.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Steps(OperatorCall call) => CreationRules.Create(call, [call.Integer("steps")], ElementType.Float32, null);

    /// <summary>A window function.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Window(OperatorCall call) => CreationRules.Create(call, [call.Integer("window_length")], ElementType.Float32, null);

    /// <summary>The places of a triangle of a matrix.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isUpper">True for the upper triangle.</param>
    /// <returns>The places, rows above columns.</returns>
    public static CallResult Triangle(OperatorCall call, bool isUpper)
    {
        var (rows, columns, offset) = (call.Integer("row"), call.Integer("col"), call.Integer("offset"));
        var count = 0L;
        for (var row = 0L; row < Math.Min(rows, 1 << 20); row++)
        {
            var below = Math.Clamp(row + offset + (isUpper ? 0 : 1), 0, columns);
            count += isUpper ? columns - below : below;
        }

        return CreationRules.Create(call, [2, count], ElementType.Int64, null);
    }
}
