using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Objects;
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
        new("iter", "object sentinel?", Iterate),
        new("next", "iterator default?", Next),
        new("enumerate", "iterable start?", Enumerate),
        new("zip", "* strict?", Zip),
        new("map", "func *", Map),
        new("filter", "function iterable", Filter),
        new("sorted", "iterable key? reverse?", call => call.Items(0) is { } items && Sorting.Sort(call, items, call.Optional(1), call.Optional(2)) is { } sorted ? new ListValue(sorted) : null),
        new("reversed", "sequence", Reverse),
        new("sum", "iterable start?", Sum),
        new("min", "* key? default?", call => Extreme(call, wantsLess: true)),
        new("max", "* key? default?", call => Extreme(call, wantsLess: false)),
        new("any", "iterable", call => Quantify(call, isAny: true)),
        new("all", "iterable", call => Quantify(call, isAny: false)),
    ];

    private static Value? Length(BuiltinCall call)
    {
        if (SpecialMethods.Find(call[0], "__len__") is { } method)
        {
            return SpecialMethods.Call(call.Interpreter, method, call[0]);
        }

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
            case DictionaryView view:
                return new IntegerValue(view.Dictionary.Entries.Count);
            case SetValue set:
                return new IntegerValue(set.Items.Count);
            case RangeValue range:
                return new IntegerValue(range.Count);
            case TensorValue { Shape.IsEmpty: true }:
                return call.Raise("TypeError", "len() of a 0-d tensor");
            case TensorValue tensor:
                return new IntegerValue(tensor.Shape[0]);
            case UnknownValue unknown:
                return call.Interpreter.Calls.UseUnknown(unknown);
            default:
                return call.Raise("TypeError", $"object of type '{call[0].TypeName}' has no len()");
        }
    }

    private static Value? Iterate(BuiltinCall call)
    {
        var interpreter = call.Interpreter;
        if (call.Values[1] is not { } sentinel)
        {
            // An iterator of the source's own stays what it is, so that its attributes can be read.
            return SpecialMethods.Find(call[0], "__iter__") is { } start
                ? SpecialMethods.Call(interpreter, start, call[0])
                : interpreter.Iteration.Iterate(call[0]);
        }

        var callee = call[0];
        return new ComputedIterator("callable_iterator", () =>
        {
            var item = interpreter.Calls.Call(callee, CallArguments.Of());
            return item is not null && interpreter.Equality.AreEqual(item, sentinel) is false ? item : null;
        });
    }

    private static Value? Next(BuiltinCall call)
    {
        var state = call.Interpreter.State;
        if (call[0] is IteratorValue iterator)
        {
            var item = iterator.Next(call.Interpreter);
            return item ?? (state.Error is not null ? null : call.Values[1] ?? Stop(call, (iterator as GeneratorValue)?.Result));
        }

        if (SpecialMethods.Find(call[0], "__next__") is not { } method)
        {
            return call.Raise("TypeError", $"'{call[0].TypeName}' object is not an iterator");
        }

        var next = SpecialMethods.Call(call.Interpreter, method, call[0]);
        if (next is null && call.Values[1] is { } fallback && state.Error is { IsRefusal: false } error && ExceptionNames.Is(error.Type, "StopIteration"))
        {
            state.Error = null;
            return fallback;
        }

        return next;
    }

    private static Value? Stop(BuiltinCall call, Value? result)
    {
        call.Raise("StopIteration", string.Empty);
        if (result is not (null or NoneValue))
        {
            var exception = new InstanceValue(ExceptionTypes.Find("StopIteration")) { Attributes = { ["args"] = new TupleValue([result]) } };
            call.Interpreter.State.Error = call.Interpreter.State.Error! with { Instance = exception };
        }

        return null;
    }

    private static Value? Reverse(BuiltinCall call)
    {
        if (SpecialMethods.Find(call[0], "__reversed__") is { } method)
        {
            return SpecialMethods.Call(call.Interpreter, method, call[0]);
        }

        return call.Items(0) is { } items ? new ItemIterator("reversed", [.. items.Reverse()]) : null;
    }

    private static ComputedIterator? Enumerate(BuiltinCall call)
    {
        var start = call.Values[1] is null ? 0 : call.Integer(1);
        if (start is not { } number || call.Interpreter.Iteration.Iterate(call[0]) is not { } items)
        {
            return null;
        }

        var interpreter = call.Interpreter;
        return new ComputedIterator(
            "enumerate", () => items.Next(interpreter) is { } item ? new TupleValue([new IntegerValue(number++), item]) : null);
    }

    private static ComputedIterator? Zip(BuiltinCall call)
    {
        if (Start(call) is not { } columns)
        {
            return null;
        }

        var (interpreter, isStrict) = (call.Interpreter, call.Optional(0) is BoolValue { Value: true });
        return new ComputedIterator("zip", () => Row(interpreter, columns, isStrict) is { } row ? new TupleValue(row) : null);
    }

    private static List<IteratorValue>? Start(BuiltinCall call)
    {
        var columns = new List<IteratorValue>(call.Rest.Count);
        foreach (var argument in call.Rest)
        {
            if (call.Interpreter.Iteration.Iterate(argument) is not { } items)
            {
                return null;
            }

            columns.Add(items);
        }

        return columns;
    }

    private static List<Value>? Row(Interpreter interpreter, List<IteratorValue> columns, bool isStrict)
    {
        var row = new List<Value>(columns.Count);
        foreach (var column in columns)
        {
            if (column.Next(interpreter) is not { } item)
            {
                if (isStrict && row.Count > 0 && interpreter.State.Error is null)
                {
                    var others = row.Count == 1 ? " 1" : $"s 1-{row.Count}";
                    interpreter.State.Raise("ValueError", $"zip() argument {row.Count + 1} is shorter than argument{others}");
                }

                return null;
            }

            row.Add(item);
        }

        return row.Count > 0 ? row : null;
    }

    private static Value? Map(BuiltinCall call)
    {
        if (Start(call) is not { Count: > 0 } columns)
        {
            return call.Interpreter.State.Error is null ? call.Raise("TypeError", "map() must have at least two arguments.") : null;
        }

        var (interpreter, function) = (call.Interpreter, call[0]);
        return new ComputedIterator(
            "map", () => Row(interpreter, columns, isStrict: false) is { } row ? interpreter.Calls.Call(function, new CallArguments([.. row], [])) : null);
    }

    private static ComputedIterator? Filter(BuiltinCall call)
    {
        if (call.Interpreter.Iteration.Iterate(call[1]) is not { } items)
        {
            return null;
        }

        var (interpreter, function) = (call.Interpreter, call[0]);
        return new ComputedIterator("filter", () => NextKept(interpreter, function, items));
    }

    private static Value? NextKept(Interpreter interpreter, Value function, IteratorValue items)
    {
        while (items.Next(interpreter) is { } item)
        {
            var verdict = function is NoneValue ? item : interpreter.Calls.Call(function, CallArguments.Of(item));
            if (verdict is null || interpreter.Truth.Test(verdict) is not { } isKept || isKept || !interpreter.State.Step())
            {
                return interpreter.State.Error is null ? item : null;
            }
        }

        return null;
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

        var (best, bestKey) = (items[0], Key(call, items[0]));
        for (var index = 1; index < items.Count && bestKey is not null; index++)
        {
            if (Key(call, items[index]) is not { } key
                || call.Interpreter.Comparisons.Compare(wantsLess ? ComparisonOperator.Less : ComparisonOperator.Greater, key, bestKey) is not { } isBetter
                || call.Interpreter.Truth.Test(isBetter) is not { } isTaken)
            {
                return null;
            }

            (best, bestKey) = isTaken ? (items[index], key) : (best, bestKey);
        }

        return bestKey is null ? null : best;
    }

    private static Value? Key(BuiltinCall call, Value item) => call.Optional(0) is { } key ? call.Interpreter.Calls.Call(key, CallArguments.Of(item)) : item;

    private static BoolValue? Quantify(BuiltinCall call, bool isAny)
    {
        if (call.Interpreter.Iteration.Iterate(call[0]) is not { } items)
        {
            return null;
        }

        while (items.Next(call.Interpreter) is { } item)
        {
            if (!call.Interpreter.State.Step() || call.Interpreter.Truth.Test(item) is not { } truth)
            {
                return null;
            }

            if (truth == isAny)
            {
                return BoolValue.Of(isAny);
            }
        }

        return call.Interpreter.State.Error is null ? BoolValue.Of(!isAny) : null;
    }
}
