using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>Built-in functions about sequences.</summary>
internal static class SequenceFunctions
{
    /// <summary>All of them.</summary>
    public static IEnumerable<BuiltinFunction> All =>
    [
        new("len", "obj", Length),
        new("iter", "object", call => call.Items(0) is { } items ? new IteratorValue("iterator", items) : null),
        new("next", "iterator default?", Next),
        new("enumerate", "iterable start?", Enumerate),
        new("zip", "* strict?", Zip),
        new("map", "func *", Map),
        new("filter", "function iterable", Filter),
        new("sorted", "iterable key? reverse?", call => call.Items(0) is { } items && Sorting.Sort(call, items, call.Optional(1), call.Optional(2)) is { } sorted ? new ListValue(sorted) : null),
        new("reversed", "sequence", call => call.Items(0) is { } items ? new IteratorValue("reversed", [.. items.Reverse()]) : null),
        new("sum", "iterable start?", Sum),
        new("min", "* key? default?", call => Extreme(call, wantsLess: true)),
        new("max", "* key? default?", call => Extreme(call, wantsLess: false)),
        new("any", "iterable", call => Quantify(call, isAny: true)),
        new("all", "iterable", call => Quantify(call, isAny: false)),
    ];

    private static Value? Length(BuiltinCall call)
    {
        switch (call[0])
        {
            case ListValue list:
                return new IntegerValue(list.Items.Count);
            case TupleValue tuple:
                return new IntegerValue(tuple.Items.Count);
            case TextValue text:
                return new IntegerValue(text.Value.Length);
            case DictionaryValue dictionary:
                return new IntegerValue(dictionary.Entries.Count);
            case SetValue set:
                return new IntegerValue(set.Items.Count);
            case RangeValue range:
                return new IntegerValue(range.Count);
            case TensorValue { Shape.IsEmpty: true }:
                return call.Raise("TypeError", "len() of a 0-d tensor");
            case TensorValue tensor:
                return new IntegerValue(tensor.Shape[0]);
            case InstanceValue instance when instance.Type.Find("__len__") is { } method:
                return call.Interpreter.Calls.Call(method, CallArguments.Of(instance));
            case UnknownValue unknown:
                return call.Interpreter.Calls.UseUnknown(unknown);
            default:
                return call.Raise("TypeError", $"object of type '{call[0].TypeName}' has no len()");
        }
    }

    private static Value? Next(BuiltinCall call)
    {
        if (call[0] is IteratorValue iterator)
        {
            return iterator.Next() ?? call.Values[1] ?? call.Raise("StopIteration", string.Empty);
        }

        return call[0] is InstanceValue instance && instance.Type.Find("__next__") is { } method
            ? call.Interpreter.Calls.Call(method, CallArguments.Of(instance))
            : call.Raise("TypeError", $"'{call[0].TypeName}' object is not an iterator");
    }

    private static IteratorValue? Enumerate(BuiltinCall call)
    {
        var start = call.Values[1] is null ? 0 : call.Integer(1);
        if (start is not { } first || call.Items(0) is not { } items || !call.Interpreter.State.ChargeCollection(items.Count))
        {
            return null;
        }

        var pairs = new List<Value>(items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            pairs.Add(new TupleValue([new IntegerValue(first + index), items[index]]));
        }

        return new IteratorValue("enumerate", pairs);
    }

    private static IteratorValue? Zip(BuiltinCall call)
    {
        if (Spread(call, call.Rest) is not { } columns)
        {
            return null;
        }

        var count = columns.Count == 0 ? 0 : columns.Min(column => column.Count);
        var rows = new List<Value>(count);
        for (var index = 0; index < count; index++)
        {
            rows.Add(new TupleValue(columns.ConvertAll(column => column[index])));
        }

        return call.Interpreter.State.ChargeCollection((long)count * columns.Count) ? new IteratorValue("zip", rows) : null;
    }

    private static List<IReadOnlyList<Value>>? Spread(BuiltinCall call, IReadOnlyList<Value> arguments)
    {
        var columns = new List<IReadOnlyList<Value>>();
        foreach (var argument in arguments)
        {
            if (call.Interpreter.Iteration.Items(argument) is not { } items)
            {
                return null;
            }

            columns.Add(items);
        }

        return columns;
    }

    private static Value? Map(BuiltinCall call)
    {
        if (Spread(call, call.Rest) is not { Count: > 0 } columns)
        {
            return call.Interpreter.State.Error is null ? call.Raise("TypeError", "map() must have at least two arguments.") : null;
        }

        var results = new List<Value>();
        for (var index = 0; index < columns.Min(column => column.Count); index++)
        {
            var row = columns.ConvertAll(column => column[index]);
            if (!call.Interpreter.State.Step() || call.Interpreter.Calls.Call(call[0], new CallArguments(row, [])) is not { } result)
            {
                return null;
            }

            results.Add(result);
        }

        return new IteratorValue("map", results);
    }

    private static IteratorValue? Filter(BuiltinCall call)
    {
        if (call.Items(1) is not { } items)
        {
            return null;
        }

        var kept = new List<Value>();
        foreach (var item in items)
        {
            var verdict = call[0] is NoneValue ? item : call.Interpreter.Calls.Call(call[0], CallArguments.Of(item));
            if (verdict is null || call.Interpreter.Truth.Test(verdict) is not { } isKept)
            {
                return null;
            }

            if (isKept)
            {
                kept.Add(item);
            }
        }

        return new IteratorValue("filter", kept);
    }

    private static Value? Sum(BuiltinCall call)
    {
        if (call.Items(0) is not { } items)
        {
            return null;
        }

        var total = call.Values[1] ?? new IntegerValue(0);
        foreach (var item in items)
        {
            if (!call.Interpreter.State.Step() || call.Interpreter.Operators.Apply(BinaryOperator.Add, total, item) is not { } next)
            {
                return null;
            }

            total = next;
        }

        return total;
    }

    private static Value? Extreme(BuiltinCall call, bool wantsLess)
    {
        var items = call.Rest.Count == 1 ? call.Interpreter.Iteration.Items(call.Rest[0]) : call.Rest;
        if (items is null)
        {
            return null;
        }

        if (items.Count == 0)
        {
            return call.Values[1] ?? call.Raise("ValueError", $"{call.Name}() arg is an empty sequence");
        }

        if (Sorting.Sort(call, items, call.Optional(0), wantsLess ? null : BoolValue.True) is not { } sorted)
        {
            return null;
        }

        return sorted[0];
    }

    private static BoolValue? Quantify(BuiltinCall call, bool isAny)
    {
        if (call.Items(0) is not { } items)
        {
            return null;
        }

        foreach (var item in items)
        {
            if (call.Interpreter.Truth.Test(item) is not { } truth)
            {
                return null;
            }

            if (truth == isAny)
            {
                return BoolValue.Of(isAny);
            }
        }

        return BoolValue.Of(!isAny);
    }
}
