using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>What Python calls its operators.</summary>
internal static class OperatorNames
{
    /// <summary>The symbol of a binary operator.</summary>
    /// <param name="binary">The operator.</param>
    /// <returns>The symbol.</returns>
    public static string Symbol(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.FloorDivide => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "**",
        BinaryOperator.MatrixMultiply => "@",
        BinaryOperator.LeftShift => "<<",
        BinaryOperator.RightShift => ">>",
        BinaryOperator.BitAnd => "&",
        BinaryOperator.BitOr => "|",
        _ => "^",
    };

    /// <summary>The symbol of a prefix operator.</summary>
    /// <param name="unary">The operator.</param>
    /// <returns>The symbol.</returns>
    public static string Symbol(UnaryOperator unary) => unary switch
    {
        UnaryOperator.Negate => "-",
        UnaryOperator.Plus => "+",
        _ => "~",
    };

    /// <summary>The method of a binary operator on its left operand.</summary>
    /// <param name="binary">The operator.</param>
    /// <returns>The name.</returns>
    public static string Method(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "__add__",
        BinaryOperator.Subtract => "__sub__",
        BinaryOperator.Multiply => "__mul__",
        BinaryOperator.Divide => "__truediv__",
        BinaryOperator.FloorDivide => "__floordiv__",
        BinaryOperator.Modulo => "__mod__",
        BinaryOperator.Power => "__pow__",
        BinaryOperator.MatrixMultiply => "__matmul__",
        BinaryOperator.LeftShift => "__lshift__",
        BinaryOperator.RightShift => "__rshift__",
        BinaryOperator.BitAnd => "__and__",
        BinaryOperator.BitOr => "__or__",
        _ => "__xor__",
    };

    /// <summary>The method of a binary operator on its right operand.</summary>
    /// <param name="binary">The operator.</param>
    /// <returns>The name.</returns>
    public static string Reflected(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "__radd__",
        BinaryOperator.Subtract => "__rsub__",
        BinaryOperator.Multiply => "__rmul__",
        BinaryOperator.Divide => "__rtruediv__",
        BinaryOperator.FloorDivide => "__rfloordiv__",
        BinaryOperator.Modulo => "__rmod__",
        BinaryOperator.Power => "__rpow__",
        BinaryOperator.MatrixMultiply => "__rmatmul__",
        BinaryOperator.LeftShift => "__rlshift__",
        BinaryOperator.RightShift => "__rrshift__",
        BinaryOperator.BitAnd => "__rand__",
        BinaryOperator.BitOr => "__ror__",
        _ => "__rxor__",
    };

    /// <summary>The method of an augmented assignment.</summary>
    /// <param name="binary">The operator.</param>
    /// <returns>The name.</returns>
    public static string InPlace(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "__iadd__",
        BinaryOperator.Subtract => "__isub__",
        BinaryOperator.Multiply => "__imul__",
        BinaryOperator.Divide => "__itruediv__",
        BinaryOperator.FloorDivide => "__ifloordiv__",
        BinaryOperator.Modulo => "__imod__",
        BinaryOperator.Power => "__ipow__",
        BinaryOperator.MatrixMultiply => "__imatmul__",
        BinaryOperator.LeftShift => "__ilshift__",
        BinaryOperator.RightShift => "__irshift__",
        BinaryOperator.BitAnd => "__iand__",
        BinaryOperator.BitOr => "__ior__",
        _ => "__ixor__",
    };

    /// <summary>The method of a prefix operator.</summary>
    /// <param name="unary">The operator.</param>
    /// <returns>The name.</returns>
    public static string Method(UnaryOperator unary) => unary switch
    {
        UnaryOperator.Negate => "__neg__",
        UnaryOperator.Plus => "__pos__",
        _ => "__invert__",
    };
}
