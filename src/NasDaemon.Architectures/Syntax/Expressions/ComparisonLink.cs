namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>An operator of a comparison chain with its right operand.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Right">The right operand.</param>
internal sealed record ComparisonLink(ComparisonOperator Operator, Expression Right);

/// <summary>A comparison operator.</summary>
internal enum ComparisonOperator
{
    /// <summary><c>==</c>.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary>The smaller sign.</summary>
    Less,

    /// <summary>The smaller-or-equal sign.</summary>
    LessOrEqual,

    /// <summary>The greater sign.</summary>
    Greater,

    /// <summary>The greater-or-equal sign.</summary>
    GreaterOrEqual,

    /// <summary><c>is</c>.</summary>
    Is,

    /// <summary><c>is not</c>.</summary>
    IsNot,

    /// <summary><c>in</c>.</summary>
    In,

    /// <summary><c>not in</c>.</summary>
    NotIn,
}
