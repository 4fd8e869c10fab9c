namespace NasDaemon.Search.Prompting.Python;

/// <summary>A source as lines.</summary>
internal static class SourceLines
{
    /// <summary>Splits a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>Its lines without white space at their ends.</returns>
    public static string[] Of(string source) => [.. source.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];

    /// <summary>Joins lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>A source that ends with a line end.</returns>
    public static string Join(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    /// <summary>How far a line is indented.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The white space before its first letter, in characters.</returns>
    public static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
