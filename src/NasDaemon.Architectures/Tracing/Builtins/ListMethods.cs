using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>list</c>.</summary>
internal static class ListMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            new FunctionOwner("list", IsPython: false),
            ("append", "object", Append),
            ("extend", "iterable", Extend),
            ("insert", "index object", Insert),
            ("pop", "index?", Pop),
            ("remove", "value", Remove),
            ("clear", "", Clear),
            ("copy", "", call => new ListValue([.. Items(call)])),
            ("reverse", "", Reverse),
            ("sort", "key? reverse?", Sort),
            ("index", "value start? stop?", call => Find(call) is { } index ? (index >= 0 ? new IntegerValue(index) : Missing(call)) : null),
            ("count", "value", call => Count(call, Items(call))),
            ("__len__", "", call => new IntegerValue(Items(call).Count)),
            ("__init__", "iterable?", call => call.Values[1] is null || Extend(call) is not null ? NoneValue.Instance : null),
            ("__getitem__", "index", call => call.Interpreter.Items.ReadDirectly(call[0], call[1])),
            ("__setitem__", "index value", call => call.Interpreter.Items.WriteDirectly(call[0], call[1], call[2]) ? NoneValue.Instance : null),
            ("__delitem__", "index", call => call.Interpreter.Items.DeleteDirectly(call[0], call[1]) ? NoneValue.Instance : null),
            ("__iter__", "", call => new ItemIterator("list_iterator", Items(call))),
            ("__contains__", "value", call => Find(call) is { } index ? BoolValue.Of(index >= 0) : null),
            ("__add__", "other", call => call.Interpreter.Operators.Apply(Syntax.Expressions.BinaryOperator.Add, new ListValue([.. Items(call)]), call[1])),
            ("__eq__", "other", call => call.Interpreter.Equality.AreEqual(call[0], call[1]) is { } areEqual ? BoolValue.Of(areEqual) : null));

    /// <summary>Counts the items that equal a value.</summary>
    /// <param name="call">The call, with the value as its second argument.</param>
    /// <param name="items">The items.</param>
    /// <returns>The number; null where an error was raised.</returns>
    public static Value? Count(BuiltinCall call, IReadOnlyList<Value> items)
    {
        var count = 0;
        for (var index = 0; index < items.Count; index++)
        {
            if (call.Interpreter.Equality.AreEqual(items[index], call[1]) is not { } areEqual)
            {
                return null;
            }

            count += areEqual ? 1 : 0;
        }

        return new IntegerValue(count);
    }

    private static List<Value> Items(BuiltinCall call) => call[0] is ListValue list ? list.Items : [];

    private static Value? Missing(BuiltinCall call) =>
        call.Interpreter.Representations.Represent(call[1]) is { } text ? call.Raise("ValueError", $"{text} is not in list") : null;

    private static NoneValue? Append(BuiltinCall call)
    {
        var items = Items(call);
        items.Add(call[1]);
        return items.Count > call.Interpreter.State.Limits.CollectionSize && !call.Interpreter.State.ChargeCollection(items.Count)
            ? null
            : call.Interpreter.State.Charge(1) ? NoneValue.Instance : null;
    }

    private static NoneValue? Extend(BuiltinCall call)
    {
        if (call.Items(1) is not { } added || !call.Interpreter.State.ChargeCollection(Items(call).Count + added.Count))
        {
            return null;
        }

        Items(call).AddRange(added);
        return NoneValue.Instance;
    }

    private static NoneValue? Insert(BuiltinCall call)
    {
        var items = Items(call);
        if (call.Integer(1) is not { } index || !call.Interpreter.State.ChargeCollection(items.Count + 1))
        {
            return null;
        }

        items.Insert((int)Math.Clamp(index < 0 ? index + items.Count : index, 0, items.Count), call[2]);
        return NoneValue.Instance;
    }

    private static Value? Pop(BuiltinCall call)
    {
        var items = Items(call);
        if (items.Count == 0)
        {
            return call.Raise("IndexError", "pop from empty list");
        }

        var wanted = call.Values[1] is null ? -1 : call.Integer(1);
        if (wanted is not { } index || call.Interpreter.Items.Position(index, items.Count, "pop") is not { } position)
        {
            return null;
        }

        var item = items[position];
        items.RemoveAt(position);
        return item;
    }

    private static Value? Remove(BuiltinCall call)
    {
        if (Find(call) is not { } index)
        {
            return null;
        }

        if (index < 0)
        {
            return call.Raise("ValueError", "list.remove(x): x not in list");
        }

        Items(call).RemoveAt(index);
        return NoneValue.Instance;
    }

    private static NoneValue Clear(BuiltinCall call)
    {
        Items(call).Clear();
        return NoneValue.Instance;
    }

    private static NoneValue Reverse(BuiltinCall call)
    {
        Items(call).Reverse();
        return NoneValue.Instance;
    }

    private static NoneValue? Sort(BuiltinCall call)
    {
        if (Sorting.Sort(call, [.. Items(call)], call.Optional(1), call.Optional(2)) is not { } sorted)
        {
            return null;
        }

        Items(call).Clear();
        Items(call).AddRange(sorted);
        return NoneValue.Instance;
    }

    private static long First(BuiltinCall call, int count) =>
        call.Values.Length > 2 && call.Values[2] is IntegerValue start ? (start.Traced < 0 ? start.Traced + count : start.Traced) : 0;

    // The index of the first item that equals the argument; -1 where there is none.
    private static int? Find(BuiltinCall call)
    {
        var items = Items(call);
        for (var index = 0; index < items.Count; index++)
        {
            if (call.Interpreter.Equality.AreEqual(items[index], call[1]) is not { } areEqual)
            {
                return null;
            }

            if (areEqual && index >= First(call, items.Count))
            {
                return index;
            }
        }

        return -1;
    }
}
