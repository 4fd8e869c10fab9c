namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>An argument of a call.</summary>
/// <param name="Kind">How it is passed.</param>
/// <param name="Name">The keyword; null unless <paramref name="Kind"/> is <see cref="CallArgumentKind.Keyword"/>.</param>
/// <param name="Value">The value.</param>
internal readonly record struct CallArgument(CallArgumentKind Kind, string? Name, Expression Value);

/// <summary>How an argument is passed.</summary>
internal enum CallArgumentKind
{
    /// <summary>By position.</summary>
    Positional,

    /// <summary>By keyword.</summary>
    Keyword,

    /// <summary>Spread over the positions (<c>*items</c>).</summary>
    Star,

    /// <summary>Spread over the keywords (<c>**mapping</c>).</summary>
    DoubleStar,
}
