using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Contents;

/// <summary>Follows values that are known in closed form through element-wise operators: <c>torch.randn(n) * 0.02</c> is still normal.</summary>
internal static class ContentsMath
{
    private const long MostValues = 65536;

    /// <summary>The values of a function of one tensor.</summary>
    /// <param name="name">The operator.</param>
    /// <param name="input">The tensor.</param>
    /// <returns>The closed form; null where it is not known.</returns>
    public static Initialisation? OfOne(string name, TensorValue input) => ScalarFunctions.OfOne(name) is { } function
        ? input.Contents switch
        {
            ConstantInitialisation constant => new ConstantInitialisation(function(constant.Value)),
            LiteralInitialisation literal => new LiteralInitialisation([.. literal.Values.Select(function)]),
            _ => null,
        }
        : null;

    /// <summary>The values of a function of a tensor and a tensor or number.</summary>
    /// <param name="call">The call; scaled sums are not followed.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other operand.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <returns>The closed form; null where it is not known.</returns>
    public static Initialisation? OfTwo(OperatorCall call, TensorValue input, Value other, ImmutableArray<Dimension> shape)
    {
        var name = call.Definition.Name;
        if (input.Contents is null || ScalarFunctions.OfTwo(name) is not { } function || HasOptions(call))
        {
            return null;
        }

        if (other is TensorValue tensor)
        {
            return OfTensors(input, tensor, shape, function);
        }

        var number = Numbers.ToDouble(other);
        return input.Contents switch
        {
            ConstantInitialisation constant => new ConstantInitialisation(function(constant.Value, number)),
            LiteralInitialisation literal => new LiteralInitialisation([.. literal.Values.Select(value => function(value, number))]),
            NormalInitialisation normal when IsLinear(name) =>
                new NormalInitialisation(function(normal.Mean, number), Spread(normal.StandardDeviation, function, number)),
            UniformInitialisation uniform when IsLinear(name) => new UniformInitialisation(
                Math.Min(function(uniform.Low, number), function(uniform.High, number)),
                Math.Max(function(uniform.Low, number), function(uniform.High, number))),
            _ => null,
        };
    }

    private static bool IsLinear(string name) => name is "add" or "sub" or "rsub" or "mul" or "div";

    private static double Spread(double deviation, Func<double, double, double> function, double number) =>
        Math.Abs(function(deviation, number) - function(0, number));

    private static bool HasOptions(OperatorCall call) => call.Definition.Name switch
    {
        "add" or "sub" or "rsub" => call["alpha"] is not IntegerValue { Constant: 1 },
        "div" => !call.IsNone("rounding_mode"),
        _ => false,
    };

    private static LiteralInitialisation? OfTensors(
        TensorValue left,
        TensorValue right,
        ImmutableArray<Dimension> shape,
        Func<double, double, double> function)
    {
        var elements = ShapeMath.Elements(shape);
        if (elements > MostValues || shape.Any(size => !size.IsFixed) || !IsKnown(left) || !IsKnown(right))
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<double>((int)elements);
        for (var index = 0L; index < elements; index++)
        {
            values.Add(function(At(left, shape, index), At(right, shape, index)));
        }

        return new LiteralInitialisation(values.MoveToImmutable());
    }

    private static bool IsKnown(TensorValue tensor) => tensor.Contents is ConstantInitialisation or LiteralInitialisation;

    private static double At(TensorValue tensor, ImmutableArray<Dimension> shape, long index)
    {
        if (tensor.Contents is ConstantInitialisation constant)
        {
            return constant.Value;
        }

        long position = 0, stride = 1;
        for (var dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            var own = dimension - shape.Length + tensor.Shape.Length;
            var coordinate = index % shape[dimension].Traced();
            index /= shape[dimension].Traced();
            if (own >= 0)
            {
                position += tensor.Shape[own].Traced() == 1 ? 0 : coordinate * stride;
                stride *= tensor.Shape[own].Traced();
            }
        }

        return ((LiteralInitialisation)tensor.Contents!).Values[(int)position];
    }
}
