using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Applies operators to numbers. Integers stay linear functions of the batch size wherever they can.</summary>
/// <param name="state">Takes errors.</param>
internal sealed class NumberOperators(TraceState state)
{
    /// <summary>Applies a binary operator.</summary>
    /// <param name="binary">The operator.</param>
    /// <param name="left">The left number.</param>
    /// <param name="right">The right number.</param>
    /// <returns>The result; null where an error was raised.</returns>
    public Value? Apply(BinaryOperator binary, Value left, Value right)
    {
        if (left is FloatValue || right is FloatValue)
        {
            return ApplyToFloats(binary, Numbers.ToDouble(left), Numbers.ToDouble(right));
        }

        if (left is BoolValue first && right is BoolValue second && Logical(binary, first.Value, second.Value) is { } truth)
        {
            return truth;
        }

        return ApplyToIntegers(binary, ToDimension(left), ToDimension(right));
    }

    /// <summary>Applies a prefix operator.</summary>
    /// <param name="unary">The operator.</param>
    /// <param name="operand">The number.</param>
    /// <returns>The result; null where the operator does not apply.</returns>
    public static Value? Apply(UnaryOperator unary, Value operand)
    {
        if (operand is FloatValue number)
        {
            return unary switch
            {
                UnaryOperator.Negate => new FloatValue(-number.Value),
                UnaryOperator.Plus => number,
                _ => null,
            };
        }

        var value = ToDimension(operand);
        return unary switch
        {
            UnaryOperator.Negate => new IntegerValue(new Dimension(-value.BatchMultiple, -value.Constant)),
            UnaryOperator.Plus => new IntegerValue(value),
            _ => new IntegerValue(new Dimension(-value.BatchMultiple, ~value.Constant)),
        };
    }

    private static Dimension ToDimension(Value value) => value is IntegerValue integer ? integer.Dimension : ((BoolValue)value).Value ? 1 : 0;

    private static BoolValue? Logical(BinaryOperator binary, bool left, bool right) => binary switch
    {
        BinaryOperator.BitAnd => BoolValue.Of(left & right),
        BinaryOperator.BitOr => BoolValue.Of(left | right),
        BinaryOperator.BitXor => BoolValue.Of(left ^ right),
        _ => null,
    };

    private static Int128 FloorDivide(Int128 left, Int128 right)
    {
        var quotient = left / right;
        return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
    }

    private static double FloorModulo(double left, double right)
    {
        var rest = left % right;
        return rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest;
    }

    private Value? ApplyToFloats(BinaryOperator binary, double left, double right)
    {
        var isDivision = binary is BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo;
        if (isDivision && right == 0)
        {
            return state.Raise("ZeroDivisionError", binary switch
            {
                BinaryOperator.Divide => "float division by zero",
                BinaryOperator.FloorDivide => "float floor division by zero",
                _ => "float modulo",
            });
        }

        switch (binary)
        {
            case BinaryOperator.Add: return new FloatValue(left + right);
            case BinaryOperator.Subtract: return new FloatValue(left - right);
            case BinaryOperator.Multiply: return new FloatValue(left * right);
            case BinaryOperator.Divide: return new FloatValue(left / right);
            case BinaryOperator.FloorDivide: return new FloatValue(Math.Floor(left / right));
            case BinaryOperator.Modulo: return new FloatValue(FloorModulo(left, right));
            case BinaryOperator.Power: return Power(left, right);
            default:
                var symbol = OperatorNames.Symbol(binary);
                return state.Raise("TypeError", $"unsupported operand type(s) for {symbol}: 'float' and 'float'");
        }
    }

    private Value? Power(double left, double right)
    {
        if (left == 0 && right < 0)
        {
            return state.Raise("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }

        var result = Math.Pow(left, right);
        if (double.IsInfinity(result) && double.IsFinite(left) && double.IsFinite(right))
        {
            return state.Raise("OverflowError", "(34, 'Numerical result out of range')");
        }

        return double.IsNaN(result) && !double.IsNaN(left) && !double.IsNaN(right)
            ? state.Refuse(FailureClass.UnsupportedSyntax, "The tracer does not interpret complex numbers.")
            : new FloatValue(result);
    }

    private Value? ApplyToIntegers(BinaryOperator binary, Dimension left, Dimension right)
    {
        if (right is { BatchMultiple: 0, Constant: 0 } && binary is BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo)
        {
            return state.Raise("ZeroDivisionError", binary switch
            {
                BinaryOperator.Divide => "division by zero",
                BinaryOperator.FloorDivide => "integer division or modulo by zero",
                _ => "integer modulo by zero",
            });
        }

        if (!(left.IsFixed && right.IsFixed) && ApplyLinearly(binary, left, right) is { } linear)
        {
            return linear;
        }

        if (!(left.IsFixed && right.IsFixed))
        {
            state.Scope.Graph.MarkBatchSpecific($"Line {state.Scope.Line} computes a number that is no linear function of the batch size.");
        }

        return ApplyToConstants(binary, left.At(TraceBatch.Size), right.At(TraceBatch.Size));
    }

    // Null where the result is no linear function of the batch size.
    private Value? ApplyLinearly(BinaryOperator binary, Dimension left, Dimension right)
    {
        switch (binary)
        {
            case BinaryOperator.Add:
                return Linear((Int128)left.BatchMultiple + right.BatchMultiple, (Int128)left.Constant + right.Constant);
            case BinaryOperator.Subtract:
                return Linear((Int128)left.BatchMultiple - right.BatchMultiple, (Int128)left.Constant - right.Constant);
            case BinaryOperator.Multiply when left.IsFixed:
                return Linear((Int128)left.Constant * right.BatchMultiple, (Int128)left.Constant * right.Constant);
            case BinaryOperator.Multiply when right.IsFixed:
                return Linear((Int128)left.BatchMultiple * right.Constant, (Int128)left.Constant * right.Constant);
            case BinaryOperator.FloorDivide or BinaryOperator.Modulo or BinaryOperator.Divide:
                return DivideLinearly(binary, left, right);
            default:
                return null;
        }
    }

    private Value? DivideLinearly(BinaryOperator binary, Dimension left, Dimension right)
    {
        var isExact = right.IsFixed && left.BatchMultiple % right.Constant == 0 && left.Constant % right.Constant == 0;
        var isRatio = left is { BatchMultiple: not 0, Constant: 0 } && right is { BatchMultiple: not 0, Constant: 0 }
            && left.BatchMultiple % right.BatchMultiple == 0;
        if (!isExact && !isRatio)
        {
            return null;
        }

        if (binary == BinaryOperator.Modulo)
        {
            return new IntegerValue(0);
        }

        if (binary == BinaryOperator.Divide)
        {
            return isRatio ? new FloatValue((double)left.BatchMultiple / right.BatchMultiple) : null;
        }

        return isRatio
            ? new IntegerValue(left.BatchMultiple / right.BatchMultiple)
            : Linear(left.BatchMultiple / right.Constant, left.Constant / right.Constant);
    }

    private Value? ApplyToConstants(BinaryOperator binary, long left, long right)
    {
        switch (binary)
        {
            case BinaryOperator.Add: return Integer((Int128)left + right);
            case BinaryOperator.Subtract: return Integer((Int128)left - right);
            case BinaryOperator.Multiply: return Integer((Int128)left * right);
            case BinaryOperator.Divide: return new FloatValue((double)left / right);
            case BinaryOperator.FloorDivide: return Integer(FloorDivide(left, right));
            case BinaryOperator.Modulo: return Integer(left - (FloorDivide(left, right) * right));
            case BinaryOperator.Power: return IntegerPower(left, right);
            case BinaryOperator.BitAnd: return Integer(left & right);
            case BinaryOperator.BitOr: return Integer(left | right);
            case BinaryOperator.BitXor: return Integer(left ^ right);
            case BinaryOperator.MatrixMultiply: return state.Raise("TypeError", "unsupported operand type(s) for @: 'int' and 'int'");
        }

        if (right < 0)
        {
            return state.Raise("ValueError", "negative shift count");
        }

        return binary == BinaryOperator.RightShift
            ? Integer(right > 62 ? (left < 0 ? -1 : 0) : left >> (int)right)
            : Integer(left == 0 ? 0 : right > 63 ? Int128.MaxValue : (Int128)left << (int)right);
    }

    private Value? IntegerPower(long left, long right)
    {
        if (right < 0)
        {
            return left == 0
                ? state.Raise("ZeroDivisionError", "0.0 cannot be raised to a negative power")
                : new FloatValue(Math.Pow(left, right));
        }

        if (left is 0 or 1 or -1)
        {
            return new IntegerValue(right == 0 ? 1 : left == -1 && right % 2 == 0 ? 1 : left);
        }

        Int128 result = 1;
        for (long count = 0; count < right; count++)
        {
            result *= left;
            if (result > long.MaxValue || result < long.MinValue)
            {
                return Integer(result);
            }
        }

        return Integer(result);
    }

    private Value? Linear(Int128 multiple, Int128 constant) =>
        IsWithin(multiple) && IsWithin(constant) ? new IntegerValue(new Dimension((long)multiple, (long)constant)) : Integer(Int128.MaxValue);

    private Value? Integer(Int128 value) => IsWithin(value)
        ? new IntegerValue((long)value)
        : state.Refuse(FailureClass.LimitExceeded, $"An integer has more than {state.Limits.IntegerBits} bits.");

    private bool IsWithin(Int128 value)
    {
        var bound = Int128.One << state.Limits.IntegerBits;
        return value < bound && value > -bound;
    }
}
