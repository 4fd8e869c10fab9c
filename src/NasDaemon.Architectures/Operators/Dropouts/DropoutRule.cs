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

        // The flag in the probability's place drops everything in training and nothing else.
        if (call["p"] is TrainingFlagValue)
        {
            call["training"] = call.Flag("training") ? call["p"] : call["training"];
            call["p"] = new FloatValue(1);
        }

        call["p"] = new FloatValue(call.Float("p"));

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
        if (value is not (FloatValue or IntegerValue or BoolValue))
        {
            return value is TrainingFlagValue ? null : OperatorError.Type($"'<' not supported between instances of '{value.TypeName}' and 'float'");
        }

        var p = Numbers.ToDouble(value);
        var text = value is IntegerValue integer ? integer.Traced.ToString(CultureInfo.InvariantCulture) : Text(p);
        return p is < 0 or > 1 ? OperatorError.Value($"dropout probability has to be between 0 and 1, but got {text}") : null;
    }

    private static string Text(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
