using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Creation;

/// <summary>Operators that draw values known in closed form, for what reads them before the network runs, or makes them on every run.</summary>
internal static class StateDraw
{
    private static readonly double RootOfTwo = Math.Sqrt(2);

    /// <summary>Adds the operators and notes the node that has the values.</summary>
    /// <param name="scope">Where the values are read.</param>
    /// <param name="target">The parameter, the buffer, or a tensor that was filled.</param>
    /// <param name="contents">Its values.</param>
    /// <returns>The limit that was exceeded; null where none was.</returns>
    public static OperatorError? Draw(TraceScope scope, TensorValue target, Initialisation contents)
    {
        var steps = new Composition(scope);
        var size = new SizeValue(target.Shape);
        var drawn = contents switch
        {
            ConstantInitialisation constant => steps.Call(
                "torch.full", new CallArguments([size, new FloatValue(constant.Value)], [new("dtype", ElementTypeValue.Of(target.Type.Element))])),
            UniformInitialisation uniform => Scaled(steps, steps.Call("torch.rand", size), uniform.High - uniform.Low, uniform.Low),
            NormalInitialisation normal => Scaled(steps, steps.Call("torch.randn", size), normal.StandardDeviation, normal.Mean),
            TruncatedNormalInitialisation cut => Truncated(steps, size, cut),
            LiteralInitialisation literal => Literal(steps, target, literal, size),
            _ => NoneValue.Instance,
        };
        switch (drawn, target)
        {
            case (TensorValue values, StateTensor state):
                state.Drawn = values.Source;
                break;
            case (TensorValue values, _):
                target.Renew(values.WithContents(contents));
                break;
        }

        return steps.Error;
    }

    private static Value Scaled(Composition steps, Value drawn, double factor, double shift) =>
        steps.Call("torch.add", steps.Call("torch.mul", drawn, new FloatValue(factor)), new FloatValue(shift));

    // The inverse of the distribution function at a uniform number between its values at the bounds.
    private static Value Truncated(Composition steps, SizeValue size, TruncatedNormalInitialisation cut)
    {
        var low = Erf((cut.Low - cut.Mean) / cut.StandardDeviation / RootOfTwo);
        var high = Erf((cut.High - cut.Mean) / cut.StandardDeviation / RootOfTwo);
        var uniform = Scaled(steps, steps.Call("torch.rand", size), high - low, low);
        var normal = Scaled(steps, steps.Call("torch.erfinv", uniform), cut.StandardDeviation * RootOfTwo, cut.Mean);
        return steps.Call("torch.clamp", normal, new FloatValue(cut.Low), new FloatValue(cut.High));
    }

    private static Value Literal(Composition steps, TensorValue target, LiteralInitialisation literal, SizeValue size)
    {
        var values = new TupleValue([.. literal.Values.Select(value => (Value)new FloatValue(value))]);
        var element = new KeywordArgument("dtype", ElementTypeValue.Of(target.Type.Element));
        return steps.Call("torch.reshape", steps.Call("torch.tensor", new CallArguments([values], [element])), size);
    }

    // Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: within 1.5e-7, as exact as 32-bit floating point.
    private static double Erf(double value)
    {
        var t = 1 / (1 + (0.3275911 * Math.Abs(value)));
        var polynomial = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.CopySign(1 - (polynomial * Math.Exp(-value * value)), value);
    }
}
