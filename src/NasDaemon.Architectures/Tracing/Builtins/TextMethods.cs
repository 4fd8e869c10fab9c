using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>str</c>.</summary>
internal static class TextMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table()
    {
        var table = MethodTable.Of(
            new FunctionOwner("str", IsPython: false),
            ("lower", "", call => Map(call, text => text.ToLowerInvariant())),
            ("upper", "", call => Map(call, text => text.ToUpperInvariant())),
            ("title", "", call => Map(call, text => System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text))),
            ("capitalize", "", call => Map(call, Capitalize)),
            ("strip", "chars?", call => Trim(call, (text, set) => text.Trim(set))),
            ("lstrip", "chars?", call => Trim(call, (text, set) => text.TrimStart(set))),
            ("rstrip", "chars?", call => Trim(call, (text, set) => text.TrimEnd(set))),
            ("startswith", "prefix", call => Affix(call, (text, part) => text.StartsWith(part, StringComparison.Ordinal))),
            ("endswith", "suffix", call => Affix(call, (text, part) => text.EndsWith(part, StringComparison.Ordinal))),
            ("removeprefix", "prefix", call => Pair(call, (text, part) => text.StartsWith(part, StringComparison.Ordinal) ? text[part.Length..] : text)),
            ("removesuffix", "suffix", call => Pair(call, (text, part) => text.EndsWith(part, StringComparison.Ordinal) ? text[..^part.Length] : text)),
            ("find", "sub", Index),
            ("index", "sub", FindOrRaise),
            ("count", "sub", Count),
            ("replace", "old new count?", Replace),
            ("split", "sep? maxsplit?", Split),
            ("rsplit", "sep? maxsplit?", Split),
            ("splitlines", "", call => List(Self(call).Split(["\r\n", "\n", "\r"], StringSplitOptions.None))),
            ("join", "iterable", Join),
            ("isdigit", "", call => All(call, char.IsDigit)),
            ("isnumeric", "", call => All(call, char.IsNumber)),
            ("isalpha", "", call => All(call, char.IsLetter)),
            ("isalnum", "", call => All(call, char.IsLetterOrDigit)),
            ("isupper", "", call => BoolValue.Of(Self(call).Any(char.IsUpper) && !Self(call).Any(char.IsLower))),
            ("islower", "", call => BoolValue.Of(Self(call).Any(char.IsLower) && !Self(call).Any(char.IsUpper))),
            ("zfill", "width", call => Pad(call, (text, width, _) => text.PadLeft(width, '0'))),
            ("ljust", "width fillchar?", call => Pad(call, (text, width, fill) => text.PadRight(width, fill))),
            ("rjust", "width fillchar?", call => Pad(call, (text, width, fill) => text.PadLeft(width, fill))));
        table["format"] = new Values.BuiltinFunction("format", "self * **", TextFormat.Format, isMethod: true);
        return table;
    }

    private static string Self(BuiltinCall call) => call[0] is TextValue text ? text.Value : string.Empty;

    private static TextValue Map(BuiltinCall call, Func<string, string> map) => new(map(Self(call)));

    private static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    private static TextValue Trim(BuiltinCall call, Func<string, char[]?, string> trim) =>
        new(trim(Self(call), call.Optional(1) is TextValue set ? set.Value.ToCharArray() : null));

    private static BoolValue Affix(BuiltinCall call, Func<string, string, bool> test)
    {
        var parts = Sequences.Items(call[1]) ?? [call[1]];
        return BoolValue.Of(parts.OfType<TextValue>().Any(part => test(Self(call), part.Value)));
    }

    private static TextValue? Pair(BuiltinCall call, Func<string, string, string> map) => call.Text(1) is { } part ? new TextValue(map(Self(call), part)) : null;

    private static IntegerValue? Index(BuiltinCall call) =>
        call.Text(1) is { } part ? new IntegerValue(Self(call).IndexOf(part, StringComparison.Ordinal)) : null;

    private static Value? FindOrRaise(BuiltinCall call) =>
        Index(call) is IntegerValue { Constant: < 0 } ? call.Raise("ValueError", "substring not found") : Index(call);

    private static IntegerValue? Count(BuiltinCall call)
    {
        if (call.Text(1) is not { } part)
        {
            return null;
        }

        var text = Self(call);
        return new IntegerValue(part.Length == 0 ? text.Length + 1 : (text.Length - text.Replace(part, string.Empty, StringComparison.Ordinal).Length) / part.Length);
    }

    private static TextValue? Replace(BuiltinCall call)
    {
        if (call.Text(1) is not { } old || call.Text(2) is not { } fresh)
        {
            return null;
        }

        var text = Self(call);
        var longest = (long)(text.Length + 1) * (fresh.Length + 1);
        if (longest > call.Interpreter.State.Limits.TextLength && !call.Interpreter.State.ChargeText(longest))
        {
            return null;
        }

        return new TextValue(old.Length == 0 ? text : text.Replace(old, fresh, StringComparison.Ordinal));
    }

    private static Value? Split(BuiltinCall call)
    {
        var text = Self(call);
        var most = call.Optional(2) is IntegerValue { Traced: >= 0 and < int.MaxValue } limit ? (int)limit.Traced + 1 : int.MaxValue;
        if (!call.Interpreter.State.ChargeCollection(text.Length))
        {
            return null;
        }

        if (call.Optional(1) is not { } separator)
        {
            return List(text.Split((char[]?)null, most, StringSplitOptions.RemoveEmptyEntries));
        }

        return separator is TextValue { Value.Length: > 0 } part
            ? List(text.Split(part.Value, most))
            : call.Raise("ValueError", "empty separator");
    }

    private static ListValue List(string[] parts) => new([.. parts.Select(part => new TextValue(part))]);

    private static Value? Join(BuiltinCall call)
    {
        if (call.Items(1) is not { } items)
        {
            return null;
        }

        var (parts, length) = (new string[items.Count], 0L);
        for (var index = 0; index < parts.Length; index++)
        {
            if (items[index] is not TextValue part)
            {
                return call.Raise("TypeError", $"sequence item {index}: expected str instance, {items[index].TypeName} found");
            }

            parts[index] = part.Value;
            length += part.Value.Length + Self(call).Length;
        }

        return call.Interpreter.State.ChargeText(length) ? new TextValue(string.Join(Self(call), parts)) : null;
    }

    private static BoolValue All(BuiltinCall call, Func<char, bool> test) => BoolValue.Of(Self(call).Length > 0 && Self(call).All(test));

    private static TextValue? Pad(BuiltinCall call, Func<string, int, char, string> pad)
    {
        var fill = call.Values.Length > 2 && call.Optional(2) is TextValue { Value: [var character] } ? character : ' ';
        return call.Integer(1) is { } width && call.Interpreter.State.ChargeText(Math.Max(0, width))
            ? new TextValue(pad(Self(call), (int)Math.Max(0, width), fill))
            : null;
    }
}
