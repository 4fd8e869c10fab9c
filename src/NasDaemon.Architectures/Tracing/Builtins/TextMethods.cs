using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Lexing;
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
            ("title", "", call => Map(call, Title)),
            ("capitalize", "", call => Map(call, Capitalize)),
            ("strip", "chars?", call => Trim(call, (text, set) => text.Trim(set))),
            ("lstrip", "chars?", call => Trim(call, (text, set) => text.TrimStart(set))),
            ("rstrip", "chars?", call => Trim(call, (text, set) => text.TrimEnd(set))),
            ("startswith", "prefix", call => Affix(call, (text, part) => text.StartsWith(part, StringComparison.Ordinal))),
            ("endswith", "suffix", call => Affix(call, (text, part) => text.EndsWith(part, StringComparison.Ordinal))),
            ("removeprefix", "prefix", call => Pair(call, (text, part) => text.StartsWith(part, StringComparison.Ordinal) ? text[part.Length..] : text)),
            ("removesuffix", "suffix", call => Pair(call, (text, part) => text.EndsWith(part, StringComparison.Ordinal) ? text[..^part.Length] : text)),
            ("swapcase", "", call => Map(call, text => string.Concat(text.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))))),
            ("casefold", "", call => Map(call, text => text.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal))),
            ("find", "sub start? end?", call => TextPlaces.Find(call, isLast: false)),
            ("rfind", "sub start? end?", call => TextPlaces.Find(call, isLast: true)),
            ("index", "sub start? end?", call => TextPlaces.FindOrRaise(call, isLast: false)),
            ("rindex", "sub start? end?", call => TextPlaces.FindOrRaise(call, isLast: true)),
            ("count", "sub start? end?", TextPlaces.Count),
            ("partition", "sep", call => TextPlaces.Partition(call, isLast: false)),
            ("rpartition", "sep", call => TextPlaces.Partition(call, isLast: true)),
            ("translate", "table", TextTables.Translate),
            ("expandtabs", "tabsize?", TextTables.ExpandTabs),
            ("encode", "encoding? errors?", call => call[0]),
            ("format_map", "mapping", call => TextFormat.Format(call with { Values = [call[0]], Rest = [], Keywords = TextTables.Keywords(call[1]) })),
            ("replace", "old new count?", TextPlaces.Replace),
            ("split", "sep? maxsplit?", call => TextParts.Split(call, isLast: false)),
            ("rsplit", "sep? maxsplit?", call => TextParts.Split(call, isLast: true)),
            ("splitlines", "keepends?", TextParts.Lines),
            ("join", "iterable", Join),
            ("isdigit", "", call => All(call, char.IsDigit)),
            ("isnumeric", "", call => All(call, char.IsNumber)),
            ("isalpha", "", call => All(call, char.IsLetter)),
            ("isalnum", "", call => All(call, char.IsLetterOrDigit)),
            ("isdecimal", "", call => All(call, char.IsDigit)),
            ("isspace", "", call => All(call, char.IsWhiteSpace)),
            ("isascii", "", call => BoolValue.Of(Self(call).All(char.IsAscii))),
            ("isprintable", "", call => BoolValue.Of(!Self(call).Any(char.IsControl))),
            ("isidentifier", "", call => BoolValue.Of(Self(call).Length > 0 && Characters.IsIdentifierStart(Self(call)[0]) && Self(call).All(Characters.IsIdentifierPart))),
            ("istitle", "", call => BoolValue.Of(Self(call).Any(char.IsLetter) && Title(Self(call)) == Self(call))),
            ("__len__", "", call => new IntegerValue(Self(call).Length)),
            ("__contains__", "part", call => call.Text(1) is { } part ? BoolValue.Of(Self(call).Contains(part, StringComparison.Ordinal)) : null),
            ("__eq__", "other", call => BoolValue.Of(call[1] is TextValue other && other.Value == Self(call))),
            ("isupper", "", call => BoolValue.Of(Self(call).Any(char.IsUpper) && !Self(call).Any(char.IsLower))),
            ("islower", "", call => BoolValue.Of(Self(call).Any(char.IsLower) && !Self(call).Any(char.IsUpper))),
            ("zfill", "width", call => Pad(call, (text, width, _) => text is ['-' or '+', ..] ? text[0] + text[1..].PadLeft(width - 1, '0') : text.PadLeft(width, '0'))),
            ("center", "width fillchar?", call => Pad(call, Center)),
            ("ljust", "width fillchar?", call => Pad(call, (text, width, fill) => text.PadRight(width, fill))),
            ("rjust", "width fillchar?", call => Pad(call, (text, width, fill) => text.PadLeft(width, fill))));
        table["maketrans"] = new StaticMethodValue(new BuiltinFunction("maketrans", "x y? z?", TextTables.Make));
        table["format"] = new BuiltinFunction("format", "self * **", TextFormat.Format, isMethod: true);
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

    private static string Title(string text)
    {
        var letters = text.ToCharArray();
        for (var index = 0; index < letters.Length; index++)
        {
            letters[index] = index > 0 && char.IsLetter(letters[index - 1]) ? char.ToLowerInvariant(letters[index]) : char.ToUpperInvariant(letters[index]);
        }

        return new string(letters);
    }

    // Python puts the odd blank to the left only where the width is odd too.
    private static string Center(string text, int width, char fill)
    {
        var missing = Math.Max(0, width - text.Length);
        var left = (missing / 2) + (missing & width & 1);
        return new string(fill, left) + text + new string(fill, missing - left);
    }

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
