using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Searches texts by regular expressions that take linear time, whatever the expression.</summary>
internal static class TextSearch
{
    private const string Here = @"\G";
    private const int LongestPattern = 500;
    private const int IgnoreCase = 2;
    private const int Multiline = 8;
    private const int DotAll = 16;
    private const int Verbose = 64;

    /// <summary>Searches a text.</summary>
    /// <param name="call">The call: pattern, flags, text, and where to begin.</param>
    /// <returns>The places of the groups and the numbers of the named ones, or <c>None</c>; null where an error was raised.</returns>
    public static Value? Search(BuiltinCall call)
    {
        if (call.Text(0) is not { } pattern || call.Integer(1) is not { } flags || call.Text(2) is not { } text || call.Integer(3) is not { } start)
        {
            return null;
        }

        if (Make(call, pattern, flags) is not { } expression || !call.Interpreter.State.Charge(text.Length + pattern.Length))
        {
            return null;
        }

        // Without backtracking there is no \G: what has to begin at the place is searched in what is behind it.
        var place = (int)Math.Clamp(start, 0, text.Length);
        var shift = pattern.StartsWith(Here, StringComparison.Ordinal) ? place : 0;
        var match = shift > 0 ? expression.Match(text[shift..]) : expression.Match(text, place);
        if (!match.Success)
        {
            return NoneValue.Instance;
        }

        var places = match.Groups.Cast<Group>().Select(group => new TupleValue(
            [new IntegerValue(group.Success ? shift + group.Index : -1), new IntegerValue(group.Success ? shift + group.Index + group.Length : -1)]));
        var names = new DictionaryValue();
        foreach (var name in expression.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0])))
        {
            names.Entries[new TextValue(name)] = new IntegerValue(expression.GroupNumberFromName(name));
        }

        return new TupleValue([new ListValue([.. places]), names]);
    }

    private static Regex? Make(BuiltinCall call, string pattern, long flags)
    {
        var options = RegexOptions.CultureInvariant
            | ((flags & IgnoreCase) == 0 ? 0 : RegexOptions.IgnoreCase)
            | ((flags & Multiline) == 0 ? 0 : RegexOptions.Multiline)
            | ((flags & DotAll) == 0 ? 0 : RegexOptions.Singleline)
            | ((flags & Verbose) == 0 ? 0 : RegexOptions.IgnorePatternWhitespace);
        var translated = pattern.Replace("(?P<", "(?<", StringComparison.Ordinal).Replace(@"\Z", @"\z", StringComparison.Ordinal);
        if (pattern.Length > LongestPattern)
        {
            call.Interpreter.State.Refuse(FailureClass.LimitExceeded, $"A regular expression has more than {LongestPattern} characters.");
            return null;
        }

        try
        {
            var anchored = translated.StartsWith(Here, StringComparison.Ordinal) ? $@"\A{translated[Here.Length..]}" : translated;
            return new Regex(anchored, options | RegexOptions.NonBacktracking);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            call.Interpreter.State.Refuse(FailureClass.UnsupportedSyntax, $"The tracer does not interpret the regular expression '{pattern}'.");
            return null;
        }
    }
}
