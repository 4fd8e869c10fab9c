using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Applies operators to strings, lists, tuples, dictionaries and sets.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class ContainerOperators(Interpreter interpreter)
{
    /// <summary>Applies a binary operator.</summary>
    /// <param name="binary">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>The result; null where an error was raised, or, without an error, where the operator does not apply.</returns>
    public Value? Apply(BinaryOperator binary, Value left, Value right) => (binary, left, right) switch
    {
        (BinaryOperator.Add, TextValue first, TextValue second) => Concatenate(first.Value, second.Value),
        (BinaryOperator.Add, ListValue first, ListValue second) => Join(first.Items, second.Items) is { } items ? new ListValue(items) : null,
        (BinaryOperator.Add, TupleValue first, TupleValue second) => Join(first.Items, second.Items) is { } items ? new TupleValue(items) : null,
        (BinaryOperator.Multiply, TextValue text, IntegerValue count) => Repeat(text.Value, count.Traced),
        (BinaryOperator.Multiply, IntegerValue count, TextValue text) => Repeat(text.Value, count.Traced),
        (BinaryOperator.Multiply, ListValue list, IntegerValue count) => Repeat(list.Items, count.Traced) is { } items ? new ListValue(items) : null,
        (BinaryOperator.Multiply, IntegerValue count, ListValue list) => Repeat(list.Items, count.Traced) is { } items ? new ListValue(items) : null,
        (BinaryOperator.Multiply, TupleValue tuple, IntegerValue count) => Repeat(tuple.Items, count.Traced) is { } items ? new TupleValue(items) : null,
        (BinaryOperator.Multiply, IntegerValue count, TupleValue tuple) => Repeat(tuple.Items, count.Traced) is { } items ? new TupleValue(items) : null,
        (BinaryOperator.Modulo, TextValue text, _) => PercentFormatting.Format(interpreter, text.Value, right),
        (BinaryOperator.BitOr, DictionaryValue first, DictionaryValue second) => Merge(first, second),
        (_, SetValue or DictionaryView, SetValue or DictionaryView) => Combine(binary, AsSet(left), AsSet(right)),
        _ => null,
    };

    /// <summary>Whether a container changes in place.</summary>
    /// <param name="binary">The operator.</param>
    /// <param name="left">The container.</param>
    /// <param name="right">The other operand.</param>
    /// <returns>False for what cannot change.</returns>
    public static bool CanApplyInPlace(BinaryOperator binary, Value left, Value right) => (binary, left, right) switch
    {
        (BinaryOperator.Add, ListValue, _) => true,
        (BinaryOperator.Multiply, ListValue, IntegerValue) => true,
        (BinaryOperator.BitOr, DictionaryValue, DictionaryValue) => true,
        (_, SetValue { IsFrozen: false } set, SetValue other) => Combine(binary, set, other) is not null,
        _ => false,
    };

    /// <summary>Changes a container in place.</summary>
    /// <param name="binary">The operator.</param>
    /// <param name="left">The container.</param>
    /// <param name="right">The other operand.</param>
    /// <returns>The container; null where an error was raised.</returns>
    public Value? ApplyInPlace(BinaryOperator binary, Value left, Value right)
    {
        switch (left)
        {
            case ListValue list when binary == BinaryOperator.Add:
                if (interpreter.Iteration.Items(right) is not { } items || !interpreter.State.ChargeCollection(list.Items.Count + items.Count))
                {
                    return null;
                }

                list.Items.AddRange(items);
                return list;
            case ListValue list:
                if (Repeat(list.Items.ToArray(), ((IntegerValue)right).Traced) is not { } repeated)
                {
                    return null;
                }

                list.Items.Clear();
                list.Items.AddRange(repeated);
                return list;
            case DictionaryValue dictionary:
                foreach (var (key, value) in ((DictionaryValue)right).Entries.ToArray())
                {
                    dictionary.Put(key, value);
                }

                return dictionary;
            default:
                var set = (SetValue)left;
                var combined = Combine(binary, set, (SetValue)right)!.Items.Keys.ToArray();
                set.Items.Clear();
                foreach (var item in combined)
                {
                    set.Add(item);
                }

                return set;
        }
    }

    private static SetValue AsSet(Value value)
    {
        if (value is SetValue set)
        {
            return set;
        }

        var made = new SetValue();
        foreach (var item in ((DictionaryView)value).Items())
        {
            made.Add(item);
        }

        return made;
    }

    private static DictionaryValue Merge(DictionaryValue left, DictionaryValue right)
    {
        var merged = new DictionaryValue();
        foreach (var (key, value) in left.Entries)
        {
            merged.Entries[key] = value;
        }

        foreach (var (key, value) in right.Entries)
        {
            merged.Entries[key] = value;
        }

        return merged;
    }

    private static SetValue? Combine(BinaryOperator binary, SetValue left, SetValue right)
    {
        Func<Value, bool>? isTaken = binary switch
        {
            BinaryOperator.BitOr => _ => true,
            BinaryOperator.BitAnd => right.Items.ContainsKey,
            BinaryOperator.Subtract or BinaryOperator.BitXor => item => !right.Items.ContainsKey(item),
            _ => null,
        };
        if (isTaken is null)
        {
            return null;
        }

        var result = new SetValue();
        foreach (var item in left.Items.Keys.Where(isTaken))
        {
            result.Add(item);
        }

        foreach (var item in right.Items.Keys)
        {
            if (binary == BinaryOperator.BitOr || (binary == BinaryOperator.BitXor && !left.Items.ContainsKey(item)))
            {
                result.Add(item);
            }
        }

        return result;
    }

    private TextValue? Concatenate(string left, string right) =>
        interpreter.State.ChargeText((long)left.Length + right.Length) ? new TextValue(left + right) : null;

    private TextValue? Repeat(string text, long count)
    {
        var times = Math.Max(0, count);
        var length = (Int128)text.Length * times;
        if (length == 0)
        {
            return new TextValue(string.Empty);
        }

        return interpreter.State.ChargeText(length > long.MaxValue / 2 ? long.MaxValue / 2 : (long)length)
            ? new TextValue(string.Concat(Enumerable.Repeat(text, (int)times)))
            : null;
    }

    private List<Value>? Join(IReadOnlyList<Value> left, IReadOnlyList<Value> right) =>
        interpreter.State.ChargeCollection((long)left.Count + right.Count) ? [.. left, .. right] : null;

    private List<Value>? Repeat(IReadOnlyList<Value> items, long count)
    {
        var length = (Int128)items.Count * Math.Max(0, count);
        if (length == 0)
        {
            return [];
        }

        if (!interpreter.State.ChargeCollection(length > long.MaxValue / 2 ? long.MaxValue / 2 : (long)length))
        {
            return null;
        }

        var result = new List<Value>((int)length);
        for (var turn = 0; turn < count; turn++)
        {
            result.AddRange(items);
        }

        return result;
    }
}
