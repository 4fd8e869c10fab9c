namespace NasDaemon.Architectures.Operators.Contents;

/// <summary>The operators whose results tracing computes where it knows the operands' values.</summary>
internal static class ScalarFunctions
{
    private static readonly Dictionary<string, Func<double, double>> Unary = new()
    {
        ["neg"] = value => -value,
        ["abs"] = Math.Abs,
        ["exp"] = Math.Exp,
        ["log"] = Math.Log,
        ["sqrt"] = Math.Sqrt,
        ["rsqrt"] = value => 1 / Math.Sqrt(value),
        ["square"] = value => value * value,
        ["reciprocal"] = value => 1 / value,
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
        ["tanh"] = Math.Tanh,
        ["sigmoid"] = value => 1 / (1 + Math.Exp(-value)),
        ["floor"] = Math.Floor,
        ["ceil"] = Math.Ceiling,
    };

    private static readonly Dictionary<string, Func<double, double, double>> Binary = new()
    {
        ["add"] = (left, right) => left + right,
        ["sub"] = (left, right) => left - right,
        ["rsub"] = (left, right) => right - left,
        ["mul"] = (left, right) => left * right,
        ["div"] = (left, right) => left / right,
        ["rdiv"] = (left, right) => right / left,
        ["pow"] = Math.Pow,
        ["rpow"] = (left, right) => Math.Pow(right, left),
        ["floor_divide"] = (left, right) => Math.Floor(left / right),
    };

    /// <summary>The function of one operand.</summary>
    /// <param name="name">The operator.</param>
    /// <returns>The function; null where there is none.</returns>
    public static Func<double, double>? OfOne(string name) => Unary.GetValueOrDefault(name);

    /// <summary>The function of two operands.</summary>
    /// <param name="name">The operator.</param>
    /// <returns>The function; null where there is none.</returns>
    public static Func<double, double, double>? OfTwo(string name) => Binary.GetValueOrDefault(name);
}
