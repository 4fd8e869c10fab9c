using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Assigns to targets: names, attributes, items, and tuples of targets.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class TargetAssigner(Interpreter interpreter)
{
    /// <summary>Assigns a value.</summary>
    /// <param name="target">The target.</param>
    /// <param name="value">The value.</param>
    /// <param name="frame">The names that the target sees.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Assign(Expression target, Value value, Frame frame)
    {
        switch (target)
        {
            case NameExpression name:
                frame.Bind(name.Name, value);
                return true;
            case AttributeExpression attribute:
                return interpreter.Expressions.Evaluate(attribute.Target, frame) is { } owner
                    && At(attribute)
                    && interpreter.AttributeWriter.Write(owner, attribute.Name, value);
            case SubscriptExpression subscript:
                return interpreter.Expressions.Evaluate(subscript.Target, frame) is { } container
                    && interpreter.Expressions.Evaluate(subscript.Index, frame) is { } index
                    && At(subscript)
                    && interpreter.Items.Write(container, index, value);
            case TupleExpression tuple:
                return Unpack(tuple.Items, value, frame);
            case ListExpression list:
                return Unpack(list.Items, value, frame);
            default:
                interpreter.State.Raise("SyntaxError", "starred assignment target must be in a list or tuple");
                return false;
        }
    }

    private bool At(Expression expression)
    {
        interpreter.State.At(expression.Position);
        return true;
    }

    private bool Unpack(ImmutableArray<Expression> targets, Value value, Frame frame)
    {
        if (!Iteration.IsIterable(value) && value is not Values.UnknownValue)
        {
            interpreter.State.Raise("TypeError", $"cannot unpack non-iterable {value.TypeName} object");
            return false;
        }

        if (interpreter.Iteration.Items(value) is not { } items)
        {
            return false;
        }

        var star = StarIndex(targets);
        if (!CheckCount(targets.Length, items.Count, star >= 0))
        {
            return false;
        }

        var behind = targets.Length - star - 1;
        for (var index = 0; index < targets.Length; index++)
        {
            var isAssigned = index == star
                ? Assign(((StarredExpression)targets[index]).Operand, new ListValue([.. items.Skip(star).Take(items.Count - star - behind)]), frame)
                : Assign(targets[index], items[star < 0 || index < star ? index : items.Count - targets.Length + index], frame);
            if (!isAssigned)
            {
                return false;
            }
        }

        return true;
    }

    private static int StarIndex(ImmutableArray<Expression> targets)
    {
        for (var index = 0; index < targets.Length; index++)
        {
            if (targets[index] is StarredExpression)
            {
                return index;
            }
        }

        return -1;
    }

    private bool CheckCount(int targets, int items, bool hasStar)
    {
        var least = hasStar ? targets - 1 : targets;
        if (items < least)
        {
            var expected = hasStar ? $"at least {least}" : $"{least}";
            interpreter.State.Raise("ValueError", $"not enough values to unpack (expected {expected}, got {items})");
            return false;
        }

        if (items > least && !hasStar)
        {
            interpreter.State.Raise("ValueError", $"too many values to unpack (expected {least})");
            return false;
        }

        return true;
    }
}
