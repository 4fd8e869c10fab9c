using System.Globalization;
using System.Text;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary><c>str.format</c>.</summary>
internal static class TextFormat
{
    /// <summary>Formats the arguments into the fields of a string.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public static Value? Format(BuiltinCall call)
    {
        var format = ((TextValue)call[0]).Value;
        var result = new StringBuilder();
        var next = 0;
        for (var index = 0; index < format.Length; index++)
        {
            var character = format[index];
            if (character is not ('{' or '}'))
            {
                result.Append(character);
            }
            else if (index + 1 < format.Length && format[index + 1] == character)
            {
                result.Append(character);
                index++;
            }
            else if (character == '}' || End(format, index) is not (> 0 and var end))
            {
                return call.Raise("ValueError", $"Single '{character}' encountered in format string");
            }
            else if (Field(call, format[(index + 1)..end], ref next) is { } text)
            {
                result.Append(text);
                index = end;
            }
            else
            {
                return null;
            }

            if (result.Length > call.Interpreter.State.Limits.TextLength)
            {
                break;
            }
        }

        return call.Interpreter.State.ChargeText(result.Length) ? new TextValue(result.ToString()) : null;
    }

    private static string? Field(BuiltinCall call, string field, ref int next)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var (name, specification) = colon < 0 ? (field, string.Empty) : (field[..colon], field[(colon + 1)..]);
        var bang = name.IndexOf('!', StringComparison.Ordinal);
        var isRepresentation = bang >= 0 && name[bang..] == "!r";
        name = bang < 0 ? name : name[..bang];
        var end = name.AsSpan().IndexOfAny('.', '[');
        if (Argument(call, end < 0 ? name : name[..end], ref next) is not { } value || Follow(call, value, end < 0 ? string.Empty : name[end..]) is not { } found)
        {
            return null;
        }

        value = found;
        if (specification.Contains('{', StringComparison.Ordinal))
        {
            if (Expand(call, specification, ref next) is not { } expanded)
            {
                return null;
            }

            specification = expanded;
        }

        if (isRepresentation)
        {
            return call.Interpreter.Representations.Represent(value);
        }

        return Formatting.Format(call.Interpreter, value, specification);
    }

    // The brace that closes the one at an index; -1 where none does.
    private static int End(string format, int index)
    {
        var depth = 0;
        for (; index < format.Length; index++)
        {
            depth += format[index] == '{' ? 1 : format[index] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }

    // A specification may hold fields itself, but those hold no others.
    private static string? Expand(BuiltinCall call, string specification, ref int next)
    {
        while (specification.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open && specification.IndexOf('}', open) is > 0 and var close)
        {
            if (Argument(call, specification[(open + 1)..close], ref next) is not { } value || call.Interpreter.Representations.Text(value) is not { } text
                || !call.Interpreter.State.ChargeText(text.Length))
            {
                return null;
            }

            if (text.Contains('{', StringComparison.Ordinal))
            {
                call.Raise("ValueError", "Invalid format specifier");
                return null;
            }

            specification = specification[..open] + text + specification[(close + 1)..];
        }

        return specification;
    }

    // Attributes and items behind the name of an argument.
    private static Value? Follow(BuiltinCall call, Value value, string path)
    {
        Value? current = value;
        while (path.Length > 0 && current is not null)
        {
            var isItem = path[0] == '[';
            var end = isItem ? path.IndexOf(']', StringComparison.Ordinal) : path.AsSpan(1).IndexOfAny('.', '[') + 1;
            end = end <= 0 ? path.Length : end;
            var name = path[1..end];
            path = path[Math.Min(path.Length, isItem ? end + 1 : end)..];
            var key = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new IntegerValue(index) : (Value)new TextValue(name);
            current = isItem ? call.Interpreter.Items.Read(current, key) : call.Interpreter.Attributes.Read(current, name);
        }

        return current;
    }

    private static Value? Argument(BuiltinCall call, string name, ref int next)
    {
        var isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        if (name.Length == 0 || isNumber)
        {
            var position = isNumber ? index : next++;
            return position < call.Rest.Count
                ? call.Rest[position]
                : call.Raise("IndexError", $"Replacement index {position} out of range for positional args tuple");
        }

        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name == name)
            {
                return keyword.Value;
            }
        }

        return call.Raise("KeyError", $"'{name}'");
    }
}
