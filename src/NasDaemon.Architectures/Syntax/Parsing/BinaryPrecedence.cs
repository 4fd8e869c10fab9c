using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>How strongly binary operators bind.</summary>
internal static class BinaryPrecedence
{
    /// <summary>Describes a token as a binary operator.</summary>
    /// <param name="kind">The token.</param>
    /// <returns>The operator and its strength; 0 where the token is none. <c>**</c> is not among them: it binds stronger than a prefix.</returns>
    public static (BinaryOperator Operator, int Strength) Of(TokenKind kind) => kind switch
    {
        TokenKind.Bar => (BinaryOperator.BitOr, 1),
        TokenKind.Caret => (BinaryOperator.BitXor, 2),
        TokenKind.Ampersand => (BinaryOperator.BitAnd, 3),
        TokenKind.ShiftLeft => (BinaryOperator.LeftShift, 4),
        TokenKind.ShiftRight => (BinaryOperator.RightShift, 4),
        TokenKind.Plus => (BinaryOperator.Add, 5),
        TokenKind.Minus => (BinaryOperator.Subtract, 5),
        TokenKind.Star => (BinaryOperator.Multiply, 6),
        TokenKind.Slash => (BinaryOperator.Divide, 6),
        TokenKind.DoubleSlash => (BinaryOperator.FloorDivide, 6),
        TokenKind.Percent => (BinaryOperator.Modulo, 6),
        TokenKind.At => (BinaryOperator.MatrixMultiply, 6),
        _ => default,
    };

    /// <summary>The operator of an augmented assignment.</summary>
    /// <param name="kind">The token.</param>
    /// <returns>The operator; null where the token is no such assignment.</returns>
    public static BinaryOperator? OfAssignment(TokenKind kind) => kind switch
    {
        TokenKind.PlusAssign => BinaryOperator.Add,
        TokenKind.MinusAssign => BinaryOperator.Subtract,
        TokenKind.StarAssign => BinaryOperator.Multiply,
        TokenKind.SlashAssign => BinaryOperator.Divide,
        TokenKind.DoubleSlashAssign => BinaryOperator.FloorDivide,
        TokenKind.PercentAssign => BinaryOperator.Modulo,
        TokenKind.DoubleStarAssign => BinaryOperator.Power,
        TokenKind.AtAssign => BinaryOperator.MatrixMultiply,
        TokenKind.ShiftLeftAssign => BinaryOperator.LeftShift,
        TokenKind.ShiftRightAssign => BinaryOperator.RightShift,
        TokenKind.AmpersandAssign => BinaryOperator.BitAnd,
        TokenKind.BarAssign => BinaryOperator.BitOr,
        TokenKind.CaretAssign => BinaryOperator.BitXor,
        _ => null,
    };
}
