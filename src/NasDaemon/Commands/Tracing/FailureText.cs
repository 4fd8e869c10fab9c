using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing;

/// <summary>Writes why a source was refused, as compilers do: place, message, the line, and a caret under the place.</summary>
internal static class FailureText
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="source">The file's text.</param>
    /// <param name="failure">What is wrong.</param>
    public static void Write(TextWriter output, string file, string source, Failure failure)
    {
        output.WriteLine($"{Place(file, failure)}: {failure.Class}: {failure.Message}");
        WriteLine(output, source, failure);
        if (!string.IsNullOrEmpty(failure.ModulePath))
        {
            output.WriteLine($"in module {failure.ModulePath}");
        }

        if (!string.IsNullOrEmpty(failure.Hint))
        {
            output.WriteLine($"hint: {failure.Hint}");
        }
    }

    private static string Place(string file, Failure failure) => (failure.Line, failure.Column) switch
    {
        ({ } line, { } column) => $"{file}:{line}:{column}",
        ({ } line, null) => $"{file}:{line}",
        _ => file,
    };

    private static void WriteLine(TextWriter output, string source, Failure failure)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        if (failure.Line is not { } line || line < 1 || line > lines.Length)
        {
            return;
        }

        var text = lines[line - 1];
        output.WriteLine($"{line,5} | {text}");
        // Where only the line is known, the caret stands under its first word. Tabs stay tabs, so that it stands there whatever a tab is worth.
        var column = failure.Column ?? text.Length - text.TrimStart().Length + 1;
        var indent = string.Concat(text.Take(column - 1).Select(character => character == '\t' ? '\t' : ' '));
        output.WriteLine($"      | {indent}^");
    }
}
