namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A prefix operator.</summary>
internal enum UnaryOperator
{
    /// <summary><c>-</c>.</summary>
    Negate,

    /// <summary><c>+</c>.</summary>
    Plus,

    /// <summary><c>~</c>.</summary>
    Invert,

    /// <summary><c>not</c>.</summary>
    Not,
}
