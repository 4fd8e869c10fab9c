namespace NasDaemon.Reports.Html.Highlighting;

/// <summary>A piece of a Python source that looks alike.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The piece.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Text);

/// <summary>What a piece of a Python source is.</summary>
internal enum PythonTokenKind
{
    /// <summary>Names, operators and the space between them.</summary>
    Plain,

    /// <summary>A word that is the language's own.</summary>
    Keyword,

    /// <summary>The name of a class or function where it is defined.</summary>
    Definition,

    /// <summary>A string, its prefix and quotes included.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A comment.</summary>
    Comment,
}
