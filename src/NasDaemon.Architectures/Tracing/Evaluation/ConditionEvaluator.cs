using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Evaluates what stops early: <c>and</c>, <c>or</c>, <c>if … else</c>, chains of comparisons.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class ConditionEvaluator(Interpreter interpreter)
{
    /// <summary>Evaluates <c>and</c> and <c>or</c>.</summary>
    /// <param name="boolean">The expression.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The operand that decided; null where an error was raised.</returns>
    public Value? EvaluateBoolean(BooleanExpression boolean, Frame frame)
    {
        for (var index = 0; ; index++)
        {
            var value = interpreter.Expressions.Evaluate(boolean.Operands[index], frame);
            if (value is null || index == boolean.Operands.Length - 1)
            {
                return value;
            }

            if (interpreter.Truth.Test(value) is not { } isTrue)
            {
                return null;
            }

            if (isTrue != boolean.IsAnd)
            {
                return value;
            }
        }
    }

    /// <summary>Evaluates <c>if … else</c>.</summary>
    /// <param name="conditional">The expression.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The value; null where an error was raised.</returns>
    public Value? EvaluateConditional(ConditionalExpression conditional, Frame frame) =>
        interpreter.Expressions.Evaluate(conditional.Condition, frame) is { } condition && interpreter.Truth.Test(condition) is { } isTrue
            ? interpreter.Expressions.Evaluate(isTrue ? conditional.Then : conditional.Otherwise, frame)
            : null;

    /// <summary>Evaluates a chain of comparisons.</summary>
    /// <param name="comparison">The expression.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The value; null where an error was raised.</returns>
    public Value? EvaluateComparison(ComparisonExpression comparison, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(comparison.First, frame) is not { } left)
        {
            return null;
        }

        for (var index = 0; ; index++)
        {
            var link = comparison.Links[index];
            if (interpreter.Expressions.Evaluate(link.Right, frame) is not { } right)
            {
                return null;
            }

            interpreter.State.At(comparison.Position);
            var result = interpreter.Comparisons.Compare(link.Operator, left, right);
            if (result is null || index == comparison.Links.Length - 1)
            {
                return result;
            }

            if (interpreter.Truth.Test(result) is not { } isTrue)
            {
                return null;
            }

            if (!isTrue)
            {
                return result;
            }

            left = right;
        }
    }
}
