using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>dict</c> and <c>OrderedDict</c>.</summary>
internal static class DictionaryMethods
{
    private const long ElementsOfAnEntry = 16;

    /// <summary>The methods of <c>dict</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table()
    {
        var table = MethodTable.Of(
            new FunctionOwner("dict", IsPython: false),
            ("get", "key default?", Get),
            ("keys", "", call => new DictionaryView(Self(call), "keys")),
            ("values", "", call => new DictionaryView(Self(call), "values")),
            ("items", "", call => new DictionaryView(Self(call), "items")),
            ("pop", "key default?", Pop),
            ("popitem", "last?", PopItem),
            ("setdefault", "key default?", SetDefault),
            ("clear", "", Clear),
            ("copy", "", Copy),
            ("__len__", "", call => new IntegerValue(Self(call).Entries.Count)),
            ("__init__", "mapping? **", call => Fill(call, Self(call), call.Optional(1), call.Keywords) ? NoneValue.Instance : null),
            ("__getitem__", "key", call => call.Interpreter.Items.ReadDirectly(call[0], call[1])),
            ("__setitem__", "key value", call => call.Interpreter.Items.WriteDirectly(call[0], call[1], call[2]) ? NoneValue.Instance : null),
            ("__delitem__", "key", call => call.Interpreter.Items.DeleteDirectly(call[0], call[1]) ? NoneValue.Instance : null),
            ("__iter__", "", call => new ItemIterator("dict_keyiterator", [.. Self(call).Entries.Keys])),
            ("__eq__", "other", call => call.Interpreter.Equality.AreEqual(call[0], call[1]) is { } areEqual ? BoolValue.Of(areEqual) : null),
            ("__contains__", "key", call => call.Interpreter.Items.CheckKey(call[1]) ? BoolValue.Of(Self(call).Entries.ContainsKey(call[1])) : null));
        table["fromkeys"] = new ClassMethodValue(new BuiltinFunction("fromkeys", "cls iterable value?", FromKeys));
        table["update"] = new BuiltinFunction("update", "self other? **", Update, isMethod: true);
        return table;
    }

    /// <summary>What <c>OrderedDict</c> has beyond <c>dict</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> OrderedTable() => MethodTable.Of(("move_to_end", "key last?", MoveToEnd));

    /// <summary>Takes over entries.</summary>
    /// <param name="call">The call, for errors.</param>
    /// <param name="target">The dictionary that grows.</param>
    /// <param name="source">A dictionary, or pairs.</param>
    /// <param name="keywords">Further entries.</param>
    /// <returns>False where an error was raised.</returns>
    public static bool Fill(BuiltinCall call, DictionaryValue target, Value? source, IReadOnlyList<KeywordArgument> keywords)
    {
        if (source is DictionaryValue dictionary)
        {
            foreach (var (key, value) in dictionary.Entries.ToArray())
            {
                target.Put(key, value);
            }
        }
        else if (source is not null && SpecialMethods.Find(source, "keys") is { } list)
        {
            return FillFromKeys(call, target, source, list);
        }
        else if (source is not null && (call.Interpreter.Iteration.Items(source) is not { } pairs || !FillPairs(call, target, pairs)))
        {
            return false;
        }

        foreach (var keyword in keywords)
        {
            target.Put(new TextValue(keyword.Name), keyword.Value);
        }

        return call.Interpreter.State.ChargeCollection(target.Entries.Count);
    }

    private static bool FillFromKeys(BuiltinCall call, DictionaryValue target, Value source, Value list)
    {
        if (SpecialMethods.Call(call.Interpreter, list, source) is not { } found || call.Interpreter.Iteration.Items(found) is not { } keys)
        {
            return false;
        }

        foreach (var key in keys)
        {
            if (call.Interpreter.Items.Read(source, key) is not { } value)
            {
                return false;
            }

            target.Put(key, value);
        }

        return true;
    }

    private static bool FillPairs(BuiltinCall call, DictionaryValue target, IReadOnlyList<Value> pairs)
    {
        for (var index = 0; index < pairs.Count; index++)
        {
            if (Sequences.Items(pairs[index]) is not [var key, var value])
            {
                call.Raise("TypeError", $"cannot convert dictionary update sequence element #{index} to a sequence");
                return false;
            }

            if (!call.Interpreter.Items.CheckKey(key))
            {
                return false;
            }

            target.Put(key, value);
        }

        return true;
    }

    private static DictionaryValue? FromKeys(BuiltinCall call)
    {
        if (call.Items(1) is not { } keys)
        {
            return null;
        }

        var made = new DictionaryValue { IsOrdered = ReferenceEquals(call[0], Library.CoreTypes.OrderedDictionary) };
        foreach (var key in keys)
        {
            if (!call.Interpreter.Items.CheckKey(key))
            {
                return null;
            }

            made.Entries[key] = call.Values[2] ?? NoneValue.Instance;
        }

        return made;
    }

    private static DictionaryValue Self(BuiltinCall call) => call[0] as DictionaryValue ?? new DictionaryValue();

    private static Value? Get(BuiltinCall call)
    {
        if (!call.Interpreter.Items.CheckKey(call[1]))
        {
            return null;
        }

        return Self(call).Entries.TryGetValue(call[1], out var value) ? value : call.Values[2] ?? NoneValue.Instance;
    }

    private static Value? Pop(BuiltinCall call)
    {
        if (!call.Interpreter.Items.CheckKey(call[1]) || !VisitRemoval(call))
        {
            return null;
        }

        return Self(call).Take(call[1]) ?? call.Values[2] ?? call.Interpreter.Items.RaiseKey(call[1]);
    }

    private static Value? PopItem(BuiltinCall call)
    {
        var entries = Self(call).Entries;
        if (entries.Count == 0)
        {
            return call.Raise("KeyError", "'popitem(): dictionary is empty'");
        }

        if (!VisitRemoval(call))
        {
            return null;
        }

        var index = call.Optional(1) is BoolValue { Value: false } ? 0 : entries.Count - 1;
        var (key, value) = entries.GetAt(index);
        Self(call).Take(key);
        return new TupleValue([key, value]);
    }

    private static Value? SetDefault(BuiltinCall call)
    {
        if (!call.Interpreter.Items.CheckKey(call[1]) || !call.Interpreter.State.Charge(1))
        {
            return null;
        }

        var entries = Self(call).Entries;
        if (!entries.TryGetValue(call[1], out var value))
        {
            value = call.Values[2] ?? NoneValue.Instance;
            Self(call).Put(call[1], value);
        }

        return value;
    }

    private static NoneValue Clear(BuiltinCall call)
    {
        foreach (var key in Self(call).Entries.Keys.ToArray())
        {
            Self(call).Take(key);
        }

        return NoneValue.Instance;
    }

    private static DictionaryValue? Copy(BuiltinCall call)
    {
        var copy = new DictionaryValue { IsOrdered = Self(call).IsOrdered, DefaultFactory = Self(call).DefaultFactory };
        return Fill(call, copy, call[0], []) ? copy : null;
    }

    private static NoneValue? Update(BuiltinCall call) => Fill(call, Self(call), call.Optional(1), call.Keywords) ? NoneValue.Instance : null;

    private static Value? MoveToEnd(BuiltinCall call)
    {
        if (!VisitRemoval(call))
        {
            return null;
        }

        var entries = Self(call).Entries;
        if (!entries.Remove(call[1], out var value))
        {
            return call.Interpreter.Items.RaiseKey(call[1]);
        }

        entries.Insert(call.Optional(2) is BoolValue { Value: false } ? 0 : entries.Count, call[1], value);
        return NoneValue.Instance;
    }

    // A removal moves every entry behind it.
    private static bool VisitRemoval(BuiltinCall call) => call.Interpreter.State.Visit(ElementsOfAnEntry * Self(call).Entries.Count);
}
