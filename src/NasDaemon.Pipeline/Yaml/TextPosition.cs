namespace NasDaemon.Pipeline.Yaml;

/// <summary>A place in a text, counted from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The beginning of the text.</summary>
    public static TextPosition Start { get; } = new(1, 1);
}
