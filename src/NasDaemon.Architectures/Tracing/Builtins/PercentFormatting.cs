using System.Text;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The old formatting operator: <c>"%d" % value</c>.</summary>
internal static class PercentFormatting
{
    /// <summary>Formats values.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="format">The format.</param>
    /// <param name="right">A tuple of values, a mapping, or one value.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public static Value? Format(Interpreter interpreter, string format, Value right)
    {
        var values = right is TupleValue tuple ? tuple.Items : [right];
        var result = new StringBuilder();
        var next = 0;
        for (var index = 0; index < format.Length; index++)
        {
            if (format[index] != '%')
            {
                result.Append(format[index]);
                continue;
            }

            if (++index < format.Length && format[index] == '%')
            {
                result.Append('%');
                continue;
            }

            var value = ReadKey(format, ref index, right) ?? (next < values.Count ? values[next++] : null);
            if (value is null)
            {
                return interpreter.State.Raise("TypeError", "not enough arguments for format string");
            }

            if (Convert(interpreter, format, ref index, value) is not { } text)
            {
                return null;
            }

            result.Append(text);
            if (!interpreter.State.ChargeText(result.Length))
            {
                return null;
            }
        }

        return next < values.Count && right is TupleValue
            ? interpreter.State.Raise("TypeError", "not all arguments converted during string formatting")
            : new TextValue(result.ToString());
    }

    private static Value? ReadKey(string format, ref int index, Value right)
    {
        if (index >= format.Length || format[index] != '(' || right is not DictionaryValue mapping)
        {
            return null;
        }

        var end = format.IndexOf(')', index);
        if (end < 0)
        {
            return null;
        }

        var key = format[(index + 1)..end];
        index = end + 1;
        return mapping.Find(key);
    }

    private static string? Convert(Interpreter interpreter, string format, ref int index, Value value)
    {
        var start = index;
        while (index < format.Length && !char.IsAsciiLetter(format[index]))
        {
            index++;
        }

        if (index >= format.Length)
        {
            interpreter.State.Raise("ValueError", "incomplete format");
            return null;
        }

        var flags = format[start..index];
        switch (format[index])
        {
            case 's':
                return Formatting.Format(interpreter, value, flags.Length > 0 ? $"{flags}s" : string.Empty);
            case 'r':
                return interpreter.Representations.Represent(value);
            case 'd' or 'i' or 'u' when value is FloatValue number:
                return Formatting.Format(interpreter, new IntegerValue((long)number.Value), $"{flags}d");
            case 'd' or 'i' or 'u':
                return Formatting.Format(interpreter, value, $"{flags}d");
            default:
                return Formatting.Format(interpreter, value, flags + format[index]);
        }
    }
}
