using System.Globalization;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Dropouts;

/// <summary>The rule of dropout.</summary>
internal static class DropoutRule
{
    /// <summary>Dropout with a probability.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var rank = call.Tensor("input").Shape.Length;
        if (CheckProbability(call["p"]) is { } error)
        {
            return error;
        }

        if (call.Definition.Name == "dropout1d" && rank is not (2 or 3))
        {
            return OperatorError.Shape($"dropout1d: Expected 2D or 3D input, but received a {rank}D input. Note that dropout1d exists to provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).");
        }

        if (rank < 2 && call.Definition.Name is ("dropout2d" or "dropout3d" or "feature_alpha_dropout"))
        {
            return OperatorError.Shape("Feature dropout requires at least 2 dimensions in the input");
        }

        return call["training"] is BoolValue { Value: false } ? call.Tensor("input") : PointwiseRules.Keep(call, 2);
    }

    /// <summary>Checks a probability.</summary>
    /// <param name="value">The probability.</param>
    /// <returns>The error; null where it is from 0 to 1.</returns>
    public static OperatorError? CheckProbability(Value value)
    {
        var p = Numbers.ToDouble(value);
        return p is < 0 or > 1 ? OperatorError.Value($"dropout probability has to be between 0 and 1, but got {Text(p)}") : null;
    }

    private static string Text(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
