using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Initialisations;

/// <summary>Rules of filling a tensor with values of a closed form.</summary>
internal static class FillRules
{
    /// <summary>Zeros.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Zeros(OperatorCall call) => Fill(call, new ConstantInitialisation(0));

    /// <summary>Ones.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Ones(OperatorCall call) => Fill(call, new ConstantInitialisation(1));

    /// <summary>One value.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Constant(OperatorCall call) => Fill(call, new ConstantInitialisation(call.Float("val")));

    /// <summary>A uniform distribution.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Uniform(OperatorCall call)
    {
        var (low, high) = (call.Float("a"), call.Float("b"));
        return low > high
            ? OperatorError.Runtime($"uniform_ expects to return a [from, to) range, but found from={low} > to={high}")
            : DrawInForward(call, "rand_like", high - low, low) ?? Fill(call, new UniformInitialisation(low, high));
    }

    /// <summary>A normal distribution.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Normal(OperatorCall call) => call.Float("std") < 0
        ? OperatorError.Runtime($"normal expects std >= 0.0, but found std {call.Float("std")}")
        : DrawInForward(call, "randn_like", call.Float("std"), call.Float("mean")) ?? Fill(call, new NormalInitialisation(call.Float("mean"), call.Float("std")));

    /// <summary>A normal distribution within bounds.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult TruncatedNormal(OperatorCall call) =>
        Fill(call, new TruncatedNormalInitialisation(call.Float("mean"), call.Float("std"), call.Float("a"), call.Float("b")));

    /// <summary>An orthogonal matrix.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Orthogonal(OperatorCall call) => call.Tensor("tensor").Shape.Length < 2
        ? OperatorError.Value("Only tensors with 2 or more dimensions are supported")
        : Fill(call, new OrthogonalInitialisation(call.Float("gain")));

    /// <summary>The identity matrix.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Identity(OperatorCall call)
    {
        var shape = call.Tensor("tensor").Shape;
        if (shape.Length != 2)
        {
            return OperatorError.Value("Only tensors with 2 dimensions are supported");
        }

        var (columns, elements) = (shape[1].Traced(), ShapeMath.Elements(shape));
        return elements > DiracRule.MostKnownValues
            ? OperatorError.Unsupported("eye_() of this size is not supported.")
            : Fill(call, new LiteralInitialisation([.. Enumerable.Range(0, (int)elements).Select(index => index / columns == index % columns ? 1.0 : 0.0)]));
    }

    /// <summary>Another tensor's values.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Copy(OperatorCall call)
    {
        var source = call.Tensor("src");
        if (call.Scope.InForward)
        {
            return new TensorValue(source.Type, source.Source);
        }

        var contents = source is StateTensor state ? state.Initialisation : source.Contents;
        return contents is null || !ShapeMath.Same(call.Tensor("tensor").Shape, source.Shape)
            ? OperatorError.Unsupported("copy_() of values without a closed form is not supported.")
            : Fill(call, contents);
    }

    // An activation that forward() fills is drawn anew on every run.
    private static CallResult? DrawInForward(OperatorCall call, string draw, double factor, double offset)
    {
        if (!call.Scope.InForward || call.Tensor("tensor") is StateTensor)
        {
            return null;
        }

        var steps = new Composition(call.Scope);
        var scaled = steps.Call("torch.mul", steps.Call($"torch.{draw}", call["tensor"]), new FloatValue(factor));
        return steps.Result(steps.Call("torch.add", scaled, new FloatValue(offset)));
    }

    /// <summary>Fills the tensor: a parameter gets another initialisation, an activation is replaced.</summary>
    /// <param name="call">The call.</param>
    /// <param name="contents">The values.</param>
    /// <returns>A tensor of these values.</returns>
    public static CallResult Fill(OperatorCall call, Initialisation contents)
    {
        var tensor = call.Tensor("tensor");
        if (call.Scope.InForward && tensor is not StateTensor)
        {
            if (contents is not ConstantInitialisation constant)
            {
                return OperatorError.Unsupported($"{call.FunctionName}() in forward() is not supported.");
            }

            var steps = new Composition(call.Scope);
            return steps.Result(steps.Call("torch.full_like", tensor, new FloatValue(constant.Value)));
        }

        return new TensorValue(tensor.Type, new NoneArgument()).WithContents(contents);
    }
}
