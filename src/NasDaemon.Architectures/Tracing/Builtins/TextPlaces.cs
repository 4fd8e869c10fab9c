using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>str</c> that look for a part.</summary>
internal static class TextPlaces
{
    /// <summary><c>find</c> and <c>rfind</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isLast">Whether the last place counts.</param>
    /// <returns>The place, or -1; null where an error was raised.</returns>
    public static IntegerValue? Find(BuiltinCall call, bool isLast)
    {
        if (call.Text(1) is not { } part || Window(call) is not { } window)
        {
            return null;
        }

        var (text, start) = window;
        var place = isLast ? text.LastIndexOf(part, StringComparison.Ordinal) : text.IndexOf(part, StringComparison.Ordinal);
        return new IntegerValue(place < 0 ? place : place + start);
    }

    /// <summary><c>index</c> and <c>rindex</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isLast">Whether the last place counts.</param>
    /// <returns>The place; null where an error was raised.</returns>
    public static Value? FindOrRaise(BuiltinCall call, bool isLast) =>
        Find(call, isLast) is { } place ? place.Constant < 0 ? call.Raise("ValueError", "substring not found") : place : null;

    /// <summary><c>count</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>How often the part is there; null where an error was raised.</returns>
    public static IntegerValue? Count(BuiltinCall call)
    {
        if (call.Text(1) is not { } part || Window(call) is not { Text: var text })
        {
            return null;
        }

        return new IntegerValue(part.Length == 0 ? text.Length + 1 : (text.Length - text.Replace(part, string.Empty, StringComparison.Ordinal).Length) / part.Length);
    }

    /// <summary><c>partition</c> and <c>rpartition</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isLast">Whether the last place counts.</param>
    /// <returns>What is before, the part, what is behind; null where an error was raised.</returns>
    public static Value? Partition(BuiltinCall call, bool isLast)
    {
        if (call.Text(1) is not { } part)
        {
            return null;
        }

        if (part.Length == 0)
        {
            return call.Raise("ValueError", "empty separator");
        }

        var text = ((TextValue)call[0]).Value;
        var place = isLast ? text.LastIndexOf(part, StringComparison.Ordinal) : text.IndexOf(part, StringComparison.Ordinal);
        string[] parts = place >= 0 ? [text[..place], part, text[(place + part.Length)..]]
            : isLast ? [string.Empty, string.Empty, text]
            : [text, string.Empty, string.Empty];
        return new TupleValue([.. parts.Select(found => new TextValue(found))]);
    }

    /// <summary><c>replace</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The text with the part replaced; null where an error was raised.</returns>
    public static TextValue? Replace(BuiltinCall call)
    {
        if (call.Text(1) is not { } old || call.Text(2) is not { } fresh)
        {
            return null;
        }

        var text = ((TextValue)call[0]).Value;
        var longest = (long)(text.Length + 1) * (fresh.Length + 1);
        if (longest > call.Interpreter.State.Limits.TextLength && !call.Interpreter.State.ChargeText(longest))
        {
            return null;
        }

        if (old.Length == 0)
        {
            return new TextValue(text);
        }

        if (call.Optional(3) is not IntegerValue { Traced: >= 0 and var most })
        {
            return new TextValue(text.Replace(old, fresh, StringComparison.Ordinal));
        }

        var parts = text.Split(old, (int)Math.Min(most + 1, int.MaxValue));
        return new TextValue(string.Join(fresh, parts));
    }

    private static (string Text, int Start)? Window(BuiltinCall call)
    {
        var text = ((TextValue)call[0]).Value;
        var slice = new SliceValue(call.Values[2] ?? NoneValue.Instance, call.Values[3] ?? NoneValue.Instance, NoneValue.Instance);
        return SliceRange.Of(call.Interpreter, slice, text.Length) is { } range ? (text.Substring((int)range.Start, (int)range.Count), (int)range.Start) : null;
    }
}
