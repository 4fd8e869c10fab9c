namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>An arithmetic or bitwise operator.</summary>
internal enum BinaryOperator
{
    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>.</summary>
    Divide,

    /// <summary><c>//</c>.</summary>
    FloorDivide,

    /// <summary><c>%</c>.</summary>
    Modulo,

    /// <summary><c>**</c>.</summary>
    Power,

    /// <summary><c>@</c>.</summary>
    MatrixMultiply,

    /// <summary>The left shift.</summary>
    LeftShift,

    /// <summary>The right shift.</summary>
    RightShift,

    /// <summary>The bitwise and.</summary>
    BitAnd,

    /// <summary><c>|</c>.</summary>
    BitOr,

    /// <summary><c>^</c>.</summary>
    BitXor,
}
