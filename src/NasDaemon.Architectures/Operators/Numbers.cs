using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Python's numbers.</summary>
internal static class Numbers
{
    /// <summary>Whether a value is a number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True for integers, floats and truth values.</returns>
    public static bool IsNumber(Value value) => value is IntegerValue or FloatValue or BoolValue;

    /// <summary>A number as floating point, at the traced batch size.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value.</returns>
    public static double ToDouble(Value value) => value switch
    {
        FloatValue number => number.Value,
        IntegerValue integer => integer.Traced,
        BoolValue truth => truth.Value ? 1 : 0,
        _ => throw new ArgumentException($"{value.TypeName} is no number.", nameof(value)),
    };
}
