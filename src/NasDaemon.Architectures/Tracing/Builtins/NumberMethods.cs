using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>int</c> and <c>float</c>.</summary>
internal static class NumberMethods
{
    /// <summary>The methods of <c>int</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Integers() =>
        MethodTable.Of(
            ("bit_length", "", call => call.Integer(0) is { } value ? new IntegerValue(value == 0 ? 0 : long.Log2(Math.Abs(value)) + 1) : null));

    /// <summary>The methods of <c>float</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Floats() =>
        MethodTable.Of(("is_integer", "", call => call.Number(0) is { } value ? BoolValue.Of(double.IsInteger(value)) : null));
}
