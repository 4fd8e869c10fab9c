using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Applies operators that classes define by methods.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class SpecialOperators(Interpreter interpreter)
{
    /// <summary>Whether one of two operands may define operators.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>False for what Python and PyTorch bring.</returns>
    public static bool MayApply(Value left, Value right) =>
        left is IObject || right is IObject || left is ClassValue { Meta: not null } || right is ClassValue { Meta: not null };

    /// <summary>Applies a binary operator.</summary>
    /// <param name="method">The method of the left operand.</param>
    /// <param name="reflected">The method of the right operand.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>The result; null where no operand defines the operator, and where an error was raised.</returns>
    public Value? Apply(string method, string reflected, Value left, Value right)
    {
        var onRight = SpecialMethods.Find(right, reflected);

        // The more derived class is asked first.
        var isRightFirst = onRight is not null && left is IObject first && right is IObject second
            && !ReferenceEquals(first.Type, second.Type) && second.Type.IsSubclassOf(first.Type);
        if (isRightFirst && Call(onRight!, right, left) is { } early)
        {
            return early;
        }

        if (interpreter.State.Error is null && SpecialMethods.Find(left, method) is { } onLeft && Call(onLeft, left, right) is { } result)
        {
            return result;
        }

        return interpreter.State.Error is null && onRight is not null && !isRightFirst ? Call(onRight, right, left) : null;
    }

    private Value? Call(Value method, Value self, Value other) =>
        SpecialMethods.Call(interpreter, method, self, other) is { } result and not NotImplementedValue ? result : null;
}
