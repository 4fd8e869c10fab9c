using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>dict</c> and <c>OrderedDict</c>.</summary>
internal static class DictionaryMethods
{
    /// <summary>The methods of <c>dict</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table()
    {
        var table = MethodTable.Of(
            new FunctionOwner("dict", IsPython: false),
            ("get", "key default?", Get),
            ("keys", "", call => new ListValue([.. Self(call).Entries.Keys])),
            ("values", "", call => new ListValue([.. Self(call).Entries.Values])),
            ("items", "", call => new ListValue([.. Self(call).Entries.Select(entry => new TupleValue([entry.Key, entry.Value]))])),
            ("pop", "key default?", Pop),
            ("popitem", "last?", PopItem),
            ("setdefault", "key default?", SetDefault),
            ("clear", "", Clear),
            ("copy", "", Copy),
            ("__len__", "", call => new IntegerValue(Self(call).Entries.Count)),
            ("__getitem__", "key", call => call.Interpreter.Items.Read(call[0], call[1])),
            ("__contains__", "key", call => call.Interpreter.Items.CheckKey(call[1]) ? BoolValue.Of(Self(call).Entries.ContainsKey(call[1])) : null));
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
                target.Entries[key] = value;
            }
        }
        else if (source is not null && (call.Interpreter.Iteration.Items(source) is not { } pairs || !FillPairs(call, target, pairs)))
        {
            return false;
        }

        foreach (var keyword in keywords)
        {
            target.Entries[new TextValue(keyword.Name)] = keyword.Value;
        }

        return call.Interpreter.State.ChargeCollection(target.Entries.Count);
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

            target.Entries[key] = value;
        }

        return true;
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
        if (!call.Interpreter.Items.CheckKey(call[1]))
        {
            return null;
        }

        return Self(call).Entries.Remove(call[1], out var value) ? value : call.Values[2] ?? call.Interpreter.Items.RaiseKey(call[1]);
    }

    private static Value? PopItem(BuiltinCall call)
    {
        var entries = Self(call).Entries;
        if (entries.Count == 0)
        {
            return call.Raise("KeyError", "'popitem(): dictionary is empty'");
        }

        var index = call.Optional(1) is BoolValue { Value: false } ? 0 : entries.Count - 1;
        var (key, value) = entries.GetAt(index);
        entries.RemoveAt(index);
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
            entries[call[1]] = value;
        }

        return value;
    }

    private static NoneValue Clear(BuiltinCall call)
    {
        Self(call).Entries.Clear();
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
        var entries = Self(call).Entries;
        if (!entries.Remove(call[1], out var value))
        {
            return call.Interpreter.Items.RaiseKey(call[1]);
        }

        entries.Insert(call.Optional(2) is BoolValue { Value: false } ? 0 : entries.Count, call[1], value);
        return NoneValue.Instance;
    }
}
