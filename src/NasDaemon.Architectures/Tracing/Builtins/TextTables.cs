using System.Collections.Immutable;
using System.Text;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>str</c> that replace characters by a table.</summary>
internal static class TextTables
{
    private const int TabSize = 8;

    /// <summary><c>str.maketrans</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The table; null where an error was raised.</returns>
    public static Value? Make(BuiltinCall call)
    {
        var table = new DictionaryValue();
        if (call[0] is DictionaryValue given)
        {
            foreach (var (key, value) in given.Entries)
            {
                table.Entries[key is TextValue { Value: [var letter] } ? new IntegerValue(letter) : key] = value;
            }

            return table;
        }

        if (call.Text(0) is not { } from || call.Values[1] is null || call.Text(1) is not { } to)
        {
            return call.Interpreter.State.Error is null ? call.Raise("TypeError", "if you give only one argument to maketrans it must be a dict") : null;
        }

        if (from.Length != to.Length)
        {
            return call.Raise("ValueError", "the first two maketrans arguments must have equal length");
        }

        for (var index = 0; index < from.Length; index++)
        {
            table.Entries[new IntegerValue(from[index])] = new IntegerValue(to[index]);
        }

        foreach (var letter in call.Optional(2) is TextValue removed ? removed.Value : string.Empty)
        {
            table.Entries[new IntegerValue(letter)] = NoneValue.Instance;
        }

        return table;
    }

    /// <summary><c>translate</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public static TextValue? Translate(BuiltinCall call)
    {
        var result = new StringBuilder();
        foreach (var letter in ((TextValue)call[0]).Value)
        {
            var found = call[1] is DictionaryValue table && table.Entries.TryGetValue(new IntegerValue(letter), out var value) ? value : null;
            switch (found)
            {
                case null:
                    result.Append(letter);
                    break;
                case TextValue text:
                    result.Append(text.Value);
                    break;
                case IntegerValue code:
                    result.Append((char)code.Traced);
                    break;
            }

            if (result.Length > call.Interpreter.State.Limits.TextLength)
            {
                break;
            }
        }

        return call.Interpreter.State.ChargeText(result.Length) ? new TextValue(result.ToString()) : null;
    }

    /// <summary><c>expandtabs</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public static TextValue? ExpandTabs(BuiltinCall call)
    {
        var size = call.Optional(1) is IntegerValue { Traced: > 0 and <= 100 } given ? (int)given.Traced : TabSize;
        var text = ((TextValue)call[0]).Value;
        if (!call.Interpreter.State.ChargeText((long)text.Length * size))
        {
            return null;
        }

        var result = new StringBuilder();
        var column = 0;
        foreach (var letter in text)
        {
            var width = letter == '\t' ? size - (column % size) : 1;
            result.Append(letter == '\t' ? ' ' : letter, width);
            column = letter == '\n' ? 0 : column + width;
        }

        return new TextValue(result.ToString());
    }

    /// <summary>The entries of a dictionary as keywords.</summary>
    /// <param name="mapping">The dictionary.</param>
    /// <returns>The keywords.</returns>
    public static ImmutableArray<KeywordArgument> Keywords(Value mapping) => mapping is DictionaryValue dictionary
        ? [.. dictionary.Entries.Where(entry => entry.Key is TextValue).Select(entry => new KeywordArgument(((TextValue)entry.Key).Value, entry.Value))]
        : [];
}
