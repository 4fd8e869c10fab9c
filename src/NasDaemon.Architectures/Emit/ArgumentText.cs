using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Signatures;

namespace NasDaemon.Architectures.Emit;

/// <summary>Writes arguments as TorchScript.</summary>
/// <param name="names">The variables of the method.</param>
internal sealed class ArgumentText(ValueNames names)
{
    /// <summary>Whether some argument depends on the batch size.</summary>
    public bool UsesBatch { get; private set; }

    /// <summary>The variables of the method.</summary>
    public ValueNames Names => names;

    /// <summary>Writes an argument.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="kind">What the parameter takes.</param>
    /// <param name="isHalf">Whether tensors are wanted in bfloat16; null takes them as they are.</param>
    /// <returns>The expression.</returns>
    public string Of(GraphArgument argument, ParameterKind kind, bool? isHalf) => argument switch
    {
        NoneArgument => "None",
        BoolArgument truth => truth.Value ? "True" : "False",
        TrainingArgument => "self.training",
        IntArgument integer when kind == ParameterKind.Float && integer.Value.IsFixed => Float(integer.Value.Constant),
        IntArgument integer => Integer(integer.Value),
        FloatArgument number => Float(number.Value),
        TextArgument text when kind == ParameterKind.ElementType =>
            ScalarTypes.Of(ElementTypes.Find(text.Value) ?? ElementType.Float32).ToString(CultureInfo.InvariantCulture),
        TextArgument text => $"\"{text.Value}\"",
        ListArgument list => $"[{string.Join(", ", list.Items.Select(item => Of(item, kind, isHalf)))}]",
        _ => isHalf is { } half ? names.InPrecision(argument, half) : names.Of(argument),
    };

    /// <summary>Writes an integer that may depend on the batch size.</summary>
    /// <param name="dimension">The integer.</param>
    /// <returns>The expression.</returns>
    public string Integer(Dimension dimension)
    {
        if (dimension.IsFixed)
        {
            return dimension.Constant.ToString(CultureInfo.InvariantCulture);
        }

        UsesBatch = true;
        var product = dimension.BatchMultiple == 1 ? "batch" : $"batch * {dimension.BatchMultiple.ToString(CultureInfo.InvariantCulture)}";
        return dimension.Constant == 0 ? product : $"{product} + {dimension.Constant.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Float(double value)
    {
        if (double.IsNaN(value))
        {
            return "float('nan')";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "float('inf')" : "float('-inf')";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') >= 0 ? text.Replace("E+", "e", StringComparison.Ordinal).Replace('E', 'e') : text + ".0";
    }
}
