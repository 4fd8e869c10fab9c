using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Initialisations;

/// <summary>Initialisations whose spread follows from a kernel's size: Glorot and Bengio 2010, He et al. 2015.</summary>
internal static class VarianceRules
{
    private static readonly OperatorError NoFans =
        OperatorError.Value("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");

    /// <summary>Xavier, uniform.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult XavierUniform(OperatorCall call) => Xavier(call, deviation =>
        new UniformInitialisation(-Math.Sqrt(3) * deviation, Math.Sqrt(3) * deviation));

    /// <summary>Xavier, normal.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult XavierNormal(OperatorCall call) => Xavier(call, deviation => new NormalInitialisation(0, deviation));

    /// <summary>Kaiming, uniform.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult KaimingUniform(OperatorCall call) => Kaiming(call, deviation =>
        new UniformInitialisation(-Math.Sqrt(3) * deviation, Math.Sqrt(3) * deviation));

    /// <summary>Kaiming, normal.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult KaimingNormal(OperatorCall call) => Kaiming(call, deviation => new NormalInitialisation(0, deviation));

    /// <summary>The factor that suits an activation function.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A number.</returns>
    public static CallResult Gain(OperatorCall call)
    {
        var name = ((TextValue)call["nonlinearity"]).Value;
        var slope = Numbers.IsNumber(call["param"]) ? Numbers.ToDouble(call["param"]) : 0.01;
        return GainOf(name, slope) is { } gain ? new FloatValue(gain) : OperatorError.Value($"Unsupported nonlinearity {name}");
    }

    private static CallResult Xavier(OperatorCall call, Func<double, Initialisation> distribution) =>
        Fans.Of(call.Tensor("tensor")) is { } fans
            ? FillRules.Fill(call, distribution(call.Float("gain") * Math.Sqrt(2.0 / (fans.In + fans.Out))))
            : NoFans;

    private static CallResult Kaiming(OperatorCall call, Func<double, Initialisation> distribution)
    {
        var mode = ((TextValue)call["mode"]).Value;
        if (mode is not ("fan_in" or "fan_out"))
        {
            return OperatorError.Value($"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']");
        }

        if (Fans.Of(call.Tensor("tensor")) is not { } fans)
        {
            return NoFans;
        }

        var name = ((TextValue)call["nonlinearity"]).Value;
        return GainOf(name, call.Float("a")) is { } gain
            ? FillRules.Fill(call, distribution(gain / Math.Sqrt(mode == "fan_in" ? fans.In : fans.Out)))
            : OperatorError.Value($"Unsupported nonlinearity {name}");
    }

    private static double? GainOf(string nonlinearity, double slope) => nonlinearity switch
    {
        "linear" or "conv1d" or "conv2d" or "conv3d" or "conv_transpose1d" or "conv_transpose2d" or "conv_transpose3d" or "sigmoid" => 1,
        "tanh" => 5.0 / 3,
        "relu" => Math.Sqrt(2),
        "leaky_relu" => Math.Sqrt(2 / (1 + (slope * slope))),
        "selu" => 0.75,
        _ => null,
    };
}
