using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Builds tuples, lists, sets, dictionaries and slices.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class DisplayEvaluator(Interpreter interpreter)
{
    /// <summary>Builds a tuple.</summary>
    /// <param name="tuple">The display.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The tuple; null where an error was raised.</returns>
    public Value? EvaluateTuple(TupleExpression tuple, Frame frame) => EvaluateItems(tuple.Items, frame) is { } items ? new TupleValue(items) : null;

    /// <summary>Builds a list.</summary>
    /// <param name="list">The display.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The list; null where an error was raised.</returns>
    public Value? EvaluateList(ListExpression list, Frame frame) => EvaluateItems(list.Items, frame) is { } items ? new ListValue(items) : null;

    /// <summary>Evaluates items, stars spread.</summary>
    /// <param name="expressions">The items.</param>
    /// <param name="frame">The names that they see.</param>
    /// <returns>The values; null where an error was raised.</returns>
    public List<Value>? EvaluateItems(ImmutableArray<Expression> expressions, Frame frame)
    {
        var items = new List<Value>(expressions.Length);
        foreach (var expression in expressions)
        {
            var isStar = expression is StarredExpression;
            var inner = expression is StarredExpression star ? star.Operand : expression;
            if (interpreter.Expressions.Evaluate(inner, frame) is not { } value)
            {
                return null;
            }

            if (!isStar)
            {
                items.Add(value);
            }
            else if (interpreter.Iteration.Items(value) is { } spread)
            {
                items.AddRange(spread);
            }
            else
            {
                return null;
            }
        }

        return interpreter.State.ChargeCollection(items.Count) ? items : null;
    }

    /// <summary>Builds a set.</summary>
    /// <param name="display">The display.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The set; null where an error was raised.</returns>
    public Value? EvaluateSet(SetExpression display, Frame frame)
    {
        if (EvaluateItems(display.Items, frame) is not { } items)
        {
            return null;
        }

        var set = new SetValue();
        foreach (var item in items)
        {
            if (!interpreter.Items.CheckKey(item))
            {
                return null;
            }

            set.Add(item);
        }

        return set;
    }

    /// <summary>Builds a dictionary.</summary>
    /// <param name="display">The display.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The dictionary; null where an error was raised.</returns>
    public Value? EvaluateDictionary(DictionaryExpression display, Frame frame)
    {
        var dictionary = new DictionaryValue();
        foreach (var entry in display.Entries)
        {
            var key = entry.Key is null ? null : interpreter.Expressions.Evaluate(entry.Key, frame);
            if ((key is null && entry.Key is not null) || interpreter.Expressions.Evaluate(entry.Value, frame) is not { } value)
            {
                return null;
            }

            if (key is null ? !Spread(dictionary, value) : !Add(dictionary, key, value))
            {
                return null;
            }
        }

        return interpreter.State.ChargeCollection(dictionary.Entries.Count) ? dictionary : null;
    }

    /// <summary>Builds a slice.</summary>
    /// <param name="slice">The syntax.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The slice; null where an error was raised.</returns>
    public Value? EvaluateSlice(SliceExpression slice, Frame frame) =>
        Bound(slice.Lower, frame) is { } lower && Bound(slice.Upper, frame) is { } upper && Bound(slice.Step, frame) is { } step
            ? new SliceValue(lower, upper, step)
            : null;

    private Value? Bound(Expression? bound, Frame frame) => bound is null ? NoneValue.Instance : interpreter.Expressions.Evaluate(bound, frame);

    private bool Add(DictionaryValue dictionary, Value key, Value value)
    {
        if (!interpreter.Items.CheckKey(key))
        {
            return false;
        }

        dictionary.Entries[key] = value;
        return true;
    }

    private bool Spread(DictionaryValue target, Value mapping)
    {
        if (mapping is not DictionaryValue source)
        {
            interpreter.State.Raise("TypeError", $"'{mapping.TypeName}' object is not a mapping");
            return false;
        }

        foreach (var (key, value) in source.Entries)
        {
            target.Entries[key] = value;
        }

        return true;
    }
}
