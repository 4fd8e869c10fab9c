using NasDaemon.Abstractions.Failures;
using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>Writes why a source was refused, as compilers do: place, message, the line, and a caret under the place.</summary>
internal static class FailureText
{
    private const int LongestLine = 240;

    /// <summary>Writes it in full.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="source">The source.</param>
    /// <param name="failure">What is wrong.</param>
    public static void Write(TextWriter output, NetworkSource source, Failure failure)
    {
        output.WriteLine($"{Place(source, failure)}: {FailureNames.Of(failure.Class)}: {Visible(failure.Message)}");
        WriteLine(output, source.Text ?? string.Empty, failure);
        if (!string.IsNullOrEmpty(failure.ModulePath))
        {
            output.WriteLine($"in module {failure.ModulePath}");
        }

        if (!string.IsNullOrEmpty(failure.Hint))
        {
            output.WriteLine($"hint: {Visible(failure.Hint)}");
        }
    }

    /// <summary>The same in one line.</summary>
    /// <param name="source">The source.</param>
    /// <param name="failure">What is wrong.</param>
    /// <returns>The line.</returns>
    public static string Line(NetworkSource source, Failure failure) =>
        $"{Place(source, failure)}: {FailureNames.Of(failure.Class)}: {Visible(failure.Message.Split('\n')[0])}";

    // In a list, the number behind its name is the list's own line.
    private static string Place(NetworkSource source, Failure failure) => (source.LineNumber, failure.Line, failure.Column) switch
    {
        (null, { } line, { } column) => $"{source.Place}:{line}:{column}",
        (null, { } line, null) => $"{source.Place}:{line}",
        ({ }, { } line, _) => $"{source.Place}, line {line} of the source",
        _ => source.Place,
    };

    private static void WriteLine(TextWriter output, string source, Failure failure)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        if (failure.Line is not { } line || line < 1 || line > lines.Length)
        {
            return;
        }

        var text = lines[line - 1].Length > LongestLine ? lines[line - 1][..LongestLine] : lines[line - 1];
        output.WriteLine($"{line,5} | {Visible(text)}");

        // Where only the line is known, all of it is underlined. Tabs stay tabs, so that the mark stands right whatever a tab is worth.
        var first = failure.Column - 1 ?? text.Length - text.TrimStart().Length;
        var indent = string.Concat(text.Take(first).Select(character => character == '\t' ? '\t' : ' '));
        var rest = failure.Column is null ? new string('~', Math.Max(WithoutComment(text).Length - first - 1, 0)) : string.Empty;
        output.WriteLine($"      | {indent}^{rest}");
    }

    // Where a text comes first, its own # may be meant: the whole line is underlined then.
    private static string WithoutComment(string text) =>
        text.IndexOf(" #", StringComparison.Ordinal) is > 0 and var comment && text.AsSpan(0, comment).IndexOfAny('"', '\'') < 0
            ? text[..comment].TrimEnd()
            : text.TrimEnd();

    // A terminal would obey control characters of a hostile source, and some turn the direction of the text.
    private static string Visible(string text) => text.All(IsHarmless) ? text : string.Concat(text.Select(character => IsHarmless(character) ? character : '\uFFFD'));

    private static bool IsHarmless(char character) =>
        character is '\t' or '\n'
        || !(char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format);
}
