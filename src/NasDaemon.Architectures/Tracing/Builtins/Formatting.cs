using System.Globalization;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>Python's format specifications: <c>[[fill]align][sign][#][0][width][,][.precision][type]</c>.</summary>
internal static class Formatting
{
    /// <summary>Formats a value.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">The specification; empty for <c>str</c>.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public static string? Format(Interpreter interpreter, Value value, string format)
    {
        if (SpecialMethods.Find(value, "__format__") is { } method and not BuiltinFunction)
        {
            return SpecialMethods.Call(interpreter, method, value, new TextValue(format)) is TextValue text ? text.Value : null;
        }

        if (format.Length == 0)
        {
            return interpreter.Representations.Text(value);
        }

        if (!FormatSpecification.TryParse(format, out var specification))
        {
            interpreter.State.Raise("ValueError", "Invalid format specifier");
            return null;
        }

        if (specification.Width > interpreter.State.Limits.TextLength || specification.Precision > 400)
        {
            interpreter.State.ChargeText(long.MaxValue / 2);
            return null;
        }

        var isNumber = Numbers.IsNumber(value) && specification.Type != 's';
        var body = isNumber ? Number(interpreter, value, specification) : Text(interpreter, value, specification);
        return body is null ? null : specification.Pad(body, isNumber);
    }

    /// <summary>Writes a float as <c>repr</c> does.</summary>
    /// <param name="value">The float.</param>
    /// <returns>The text.</returns>
    public static string Float(double value)
    {
        if (double.IsNaN(value))
        {
            return "nan";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "inf" : "-inf";
        }

        var magnitude = Math.Abs(value);
        if (magnitude is 0 or (>= 1e-4 and < 1e16))
        {
            var plain = value.ToString("R", CultureInfo.InvariantCulture);
            var text = plain.Contains('E', StringComparison.Ordinal) ? value.ToString("0.#####################", CultureInfo.InvariantCulture) : plain;
            return text.Contains('.', StringComparison.Ordinal) ? text : $"{text}.0";
        }

        var parts = value.ToString("E16", CultureInfo.InvariantCulture).Split('E');
        var shortest = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var digits = shortest.Length > 1 ? shortest[0] : Mantissa(shortest[0]);
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return $"{digits}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}";
    }

    // The digits of a large whole number with a point behind the first.
    private static string Mantissa(string whole)
    {
        var sign = whole[0] == '-' ? "-" : string.Empty;
        var digits = whole.TrimStart('-').TrimEnd('0');
        return digits.Length > 1 ? $"{sign}{digits[0]}.{digits[1..]}" : sign + digits;
    }

    private static string? Text(Interpreter interpreter, Value value, FormatSpecification specification)
    {
        if (specification.Type is not ('\0' or 's'))
        {
            interpreter.State.Raise("ValueError", $"Unknown format code '{specification.Type}' for object of type '{value.TypeName}'");
            return null;
        }

        var text = interpreter.Representations.Text(value);
        return text is not null && specification.Precision is { } most && most < text.Length ? text[..most] : text;
    }

    private static string? Number(Interpreter interpreter, Value value, FormatSpecification specification)
    {
        var number = Numbers.ToDouble(value);
        var isFloat = value is FloatValue || specification.Type is 'f' or 'F' or 'e' or 'E' or 'g' or 'G' or '%';
        var body = isFloat ? FloatBody(number, specification) : IntegerBody((long)number, specification);
        if (body is null)
        {
            var message = $"Unknown format code '{specification.Type}' for object of type '{value.TypeName}'";
            interpreter.State.Raise("ValueError", message);
            return null;
        }

        return number >= 0 && specification.Sign is '+' or ' ' ? specification.Sign + body : body;
    }

    private static string? FloatBody(double number, FormatSpecification specification)
    {
        var precision = specification.Precision ?? 6;
        var grouping = specification.Grouping is null ? "F" : "N";
        var invariant = CultureInfo.InvariantCulture;
        return specification.Type switch
        {
            'f' or 'F' => number.ToString($"{grouping}{precision}", invariant),
            '%' => (number * 100).ToString($"{grouping}{precision}", invariant) + "%",
            'e' => Exponent(number.ToString($"e{precision}", invariant)),
            'E' => Exponent(number.ToString($"E{precision}", invariant)),
            'g' or 'G' => number.ToString($"G{Math.Max(1, precision)}", invariant).ToLowerInvariant(),
            '\0' when specification.Precision is { } digits => number.ToString($"G{Math.Max(1, digits)}", invariant).ToLowerInvariant(),
            '\0' => Float(number),
            _ => null,
        };
    }

    private static string? IntegerBody(long number, FormatSpecification specification)
    {
        var invariant = CultureInfo.InvariantCulture;
        var sign = number < 0 ? "-" : string.Empty;
        return specification.Type switch
        {
            '\0' or 'd' or 'n' => specification.Grouping is null ? number.ToString(invariant) : number.ToString("N0", invariant),
            'x' when specification.HasPrefix => $"{sign}0x{Math.Abs(number).ToString("x", invariant)}",
            'b' when specification.HasPrefix => $"{sign}0b{Convert.ToString(Math.Abs(number), 2)}",
            'o' when specification.HasPrefix => $"{sign}0o{Convert.ToString(Math.Abs(number), 8)}",
            'x' => sign + Math.Abs(number).ToString("x", invariant),
            'X' => sign + Math.Abs(number).ToString("X", invariant),
            'b' => sign + Convert.ToString(Math.Abs(number), 2),
            'o' => sign + Convert.ToString(Math.Abs(number), 8),
            'c' => number is > 0 and < 0xD800 ? ((char)number).ToString() : null,
            _ => null,
        };
    }

    // .NET writes three digits of exponent, Python two.
    private static string Exponent(string text)
    {
        var sign = text.LastIndexOfAny(['+', '-']);
        var digits = int.Parse(text.AsSpan(sign + 1), CultureInfo.InvariantCulture);
        return $"{text.AsSpan(0, sign + 1)}{digits:00}";
    }
}
