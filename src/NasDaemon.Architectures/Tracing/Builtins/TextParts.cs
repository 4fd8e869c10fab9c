using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>str</c> that cut a text into parts.</summary>
internal static class TextParts
{
    /// <summary><c>split</c> and <c>rsplit</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isLast">Whether the last places count where there are more than may be cut.</param>
    /// <returns>The parts; null where an error was raised.</returns>
    public static Value? Split(BuiltinCall call, bool isLast)
    {
        var text = ((TextValue)call[0]).Value;
        var most = call.Optional(2) is IntegerValue { Traced: >= 0 and < int.MaxValue } limit ? (int)limit.Traced + 1 : int.MaxValue;
        if (!call.Interpreter.State.ChargeCollection(text.Length))
        {
            return null;
        }

        switch (call.Optional(1))
        {
            case null:
                return List(AtBlanks(text, most, isLast));
            case TextValue { Value.Length: 0 }:
                return call.Raise("ValueError", "empty separator");
            case TextValue separator when isLast && most != int.MaxValue:
                return List(FromEnd(text, separator.Value, most));
            case TextValue separator:
                return List(text.Split(separator.Value, most));
            case { } other:
                return call.Raise("TypeError", $"must be str or None, not {other.TypeName}");
        }
    }

    /// <summary><c>splitlines</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The lines.</returns>
    public static ListValue Lines(BuiltinCall call)
    {
        var lines = ((TextValue)call[0]).Value.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        return List(lines[^1].Length == 0 ? lines[..^1] : lines);
    }

    private static ListValue List(IEnumerable<string> parts) => new([.. parts.Select(part => new TextValue(part))]);

    private static IEnumerable<string> AtBlanks(string text, int most, bool isLast)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= most)
        {
            return words;
        }

        var rest = text.Trim();
        var parts = new List<string>();
        while (parts.Count < most - 1)
        {
            var place = isLast ? rest.TrimEnd().LastIndexOfAny([' ', '\t', '\n', '\r']) : rest.IndexOfAny([' ', '\t', '\n', '\r']);
            parts.Add(isLast ? rest[(place + 1)..] : rest[..place]);
            rest = isLast ? rest[..place].TrimEnd() : rest[place..].TrimStart();
        }

        parts.Add(rest);
        return isLast ? parts.AsEnumerable().Reverse() : parts;
    }

    private static List<string> FromEnd(string text, string separator, int most)
    {
        var parts = new List<string>();
        while (parts.Count < most - 1 && text.LastIndexOf(separator, StringComparison.Ordinal) is >= 0 and var place)
        {
            parts.Insert(0, text[(place + separator.Length)..]);
            text = text[..place];
        }

        parts.Insert(0, text);
        return parts;
    }
}
