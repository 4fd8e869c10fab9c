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
            else if (character == '}' || format.IndexOf('}', index) is not (> 0 and var end))
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
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (Argument(call, dot < 0 ? name : name[..dot], ref next) is not { } value)
        {
            return null;
        }

        foreach (var attribute in dot < 0 ? [] : name[(dot + 1)..].Split('.'))
        {
            if (call.Interpreter.Attributes.Read(value, attribute) is not { } inner)
            {
                return null;
            }

            value = inner;
        }

        if (isRepresentation)
        {
            return call.Interpreter.Representations.Represent(value);
        }

        return Formatting.Format(call.Interpreter, value, specification);
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
