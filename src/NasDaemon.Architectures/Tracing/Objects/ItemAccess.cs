using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Reads, sets and deletes what stands in square brackets.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class ItemAccess(Interpreter interpreter)
{
    /// <summary>Reads an item.</summary>
    /// <param name="target">The container.</param>
    /// <param name="index">The index.</param>
    /// <returns>The item; null where an error was raised.</returns>
    public Value? Read(Value target, Value index)
    {
        if (SpecialMethods.Find(target, "__getitem__") is { } method)
        {
            return SpecialMethods.Call(interpreter, method, target, index);
        }

        if (index is InstanceValue && target is ListValue or TupleValue or TextValue or RangeValue && SpecialMethods.Find(index, "__index__") is { } converter)
        {
            return SpecialMethods.Call(interpreter, converter, index) is { } number ? ReadDirectly(target, number) : null;
        }

        return ReadDirectly(target, index);
    }

    /// <summary>Reads an item as Python's own containers do.</summary>
    /// <param name="target">The container.</param>
    /// <param name="index">The index or key.</param>
    /// <returns>The item; null where an error was raised.</returns>
    public Value? ReadDirectly(Value target, Value index)
    {
        switch (target)
        {
            case TensorValue:
                return interpreter.Operators.CallTensorMethod("__getitem__", target, index);
            case ListValue list:
                return ReadSequence(list.Items, index, "list") is { } listed ? listed as Value ?? new ListValue((List<Value>)listed) : null;
            case TupleValue tuple:
                return ReadSequence(tuple.Items, index, "tuple") is { } found ? found as Value ?? new TupleValue((List<Value>)found) : null;
            case DictionaryValue dictionary:
                return ReadEntry(dictionary, index);
            case TextValue text:
                return ReadText(text.Value, index);
            case RangeValue range:
                return ReadRange(range, index);
            case ClassValue type:
                return ReadClass(type, index);
            case UnknownValue:
                return target;
            default:
                return RaiseNotSubscriptable(target);
        }
    }

    /// <summary>Sets an item.</summary>
    /// <param name="target">The container.</param>
    /// <param name="index">The index.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Write(Value target, Value index, Value value) => SpecialMethods.Find(target, "__setitem__") is { } method
        ? SpecialMethods.Call(interpreter, method, target, index, value) is not null
        : WriteDirectly(target, index, value);

    /// <summary>Sets an item as Python's own containers do.</summary>
    /// <param name="target">The container.</param>
    /// <param name="index">The index or key.</param>
    /// <param name="value">The item.</param>
    /// <returns>False where an error was raised.</returns>
    public bool WriteDirectly(Value target, Value index, Value value)
    {
        switch (target)
        {
            case ListValue list:
                return WriteList(list, index, value);
            case DictionaryValue dictionary:
                if (!CheckKey(index))
                {
                    return false;
                }

                dictionary.Put(index, value);
                return interpreter.State.Charge(1) && CheckSize(dictionary.Entries.Count);
            case TensorValue:
                return interpreter.Operators.CallTensorMethod("__setitem__", target, index, value) is not null;
            case UnknownValue unknown:
                return interpreter.Calls.UseUnknown(unknown) is not null;
            default:
                interpreter.State.Raise("TypeError", $"'{target.TypeName}' object does not support item assignment");
                return false;
        }
    }

    /// <summary>Deletes an item.</summary>
    /// <param name="target">The container.</param>
    /// <param name="index">The index.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Delete(Value target, Value index) => SpecialMethods.Find(target, "__delitem__") is { } method
        ? SpecialMethods.Call(interpreter, method, target, index) is not null
        : DeleteDirectly(target, index);

    /// <summary>Deletes an item as Python's own containers do.</summary>
    /// <param name="target">The container.</param>
    /// <param name="index">The index or key.</param>
    /// <returns>False where an error was raised.</returns>
    public bool DeleteDirectly(Value target, Value index)
    {
        if (!interpreter.State.Visit(target.Extent))
        {
            return false;
        }

        switch (target)
        {
            case ListValue list when index is IntegerValue integer:
                if (Position(integer.Traced, list.Items.Count, "list assignment") is not { } position)
                {
                    return false;
                }

                list.Items.RemoveAt(position);
                return true;
            case ListValue list when index is SliceValue slice:
                if (SliceRange.Of(interpreter, slice, list.Items.Count) is not { } range)
                {
                    return false;
                }

                var (removed, next) = (range.Indices().ToHashSet(), 0);
                list.Items.RemoveAll(_ => removed.Contains(next++));
                return true;
            case DictionaryValue dictionary:
                if (CheckKey(index) && dictionary.Take(index) is not null)
                {
                    return true;
                }

                RaiseKey(index);
                return false;
            default:
                interpreter.State.Raise("TypeError", $"'{target.TypeName}' object doesn't support item deletion");
                return false;
        }
    }

    /// <summary>Checks that a value can be a key.</summary>
    /// <param name="key">The value.</param>
    /// <returns>False where an error was raised.</returns>
    public bool CheckKey(Value key) => CheckKey(key, 0);

    /// <summary>Raises a <c>KeyError</c>.</summary>
    /// <param name="key">The key that is missing.</param>
    /// <returns>Null.</returns>
    public Value? RaiseKey(Value key)
    {
        if (interpreter.State.Error is not null || interpreter.Representations.Represent(key) is not { } text)
        {
            return null;
        }

        interpreter.State.Raise("KeyError", text);
        var exception = new InstanceValue(interpreter.State.Error!.Type);
        exception.Attributes["args"] = new TupleValue([key]);
        interpreter.State.Error = interpreter.State.Error with { Instance = exception };
        return null;
    }

    /// <summary>Turns an index that may be negative into a position.</summary>
    /// <param name="index">The index.</param>
    /// <param name="count">How many items there are.</param>
    /// <param name="what">What is indexed, for the error text.</param>
    /// <returns>The position; null where an error was raised.</returns>
    public int? Position(long index, int count, string what)
    {
        var position = index < 0 ? index + count : index;
        if (position >= 0 && position < count)
        {
            return (int)position;
        }

        interpreter.State.Raise("IndexError", $"{what} index out of range");
        return null;
    }

    private bool CheckKey(Value key, int depth)
    {
        switch (key)
        {
            case TextValue text:
                return interpreter.State.Visit(text.Value.Length);
            case ListValue or DictionaryValue or SetValue { IsFrozen: false }:
                interpreter.State.Raise("TypeError", $"unhashable type: '{key.TypeName}'");
                return false;
            case TupleValue when depth >= KeyComparer.DeepestTuple:
                interpreter.State.Raise("RecursionError", "maximum recursion depth exceeded while hashing a tuple");
                return false;
            case TupleValue tuple:
                for (var index = 0; index < tuple.Items.Count; index++)
                {
                    if (!interpreter.State.Step() || !CheckKey(tuple.Items[index], depth + 1))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }

    // Generic types such as list[int] are only ever annotations.
    private Value? ReadClass(ClassValue type, Value index) => type.Find("__class_getitem__") switch
    {
        ClassMethodValue { Function: FunctionValue method } => interpreter.Calls.Call(method, CallArguments.Of(type, index)),
        _ => type,
    };

    private Value? RaiseNotSubscriptable(Value target) => interpreter.State.Raise("TypeError", $"'{target.TypeName}' object is not subscriptable");

    // A value for an index, a list of values for a slice.
    private object? ReadSequence(IReadOnlyList<Value> items, Value index, string what)
    {
        switch (index)
        {
            case IntegerValue or BoolValue:
                return Position((long)Numbers.ToDouble(index), items.Count, what) is { } position ? items[position] : null;
            case SliceValue slice:
                return SliceRange.Of(interpreter, slice, items.Count) is { } range && interpreter.State.ChargeCollection(range.Count)
                    ? range.Indices().Select(at => items[at]).ToList()
                    : null;
            default:
                interpreter.State.Raise("TypeError", $"{what} indices must be integers or slices, not {index.TypeName}");
                return null;
        }
    }

    private Value? ReadEntry(DictionaryValue dictionary, Value key)
    {
        if (!CheckKey(key))
        {
            return null;
        }

        if (dictionary.Entries.TryGetValue(key, out var value))
        {
            return value;
        }

        if (SpecialMethods.Find(dictionary, "__missing__") is { } missing)
        {
            return SpecialMethods.Call(interpreter, missing, dictionary, key);
        }

        if (dictionary.DefaultFactory is not { } factory)
        {
            return RaiseKey(key);
        }

        var made = interpreter.Calls.Call(factory, CallArguments.Of());
        if (made is not null)
        {
            dictionary.Put(key, made);
        }

        return made;
    }

    private Value? ReadText(string text, Value index)
    {
        switch (index)
        {
            case IntegerValue integer:
                return Position(integer.Traced, text.Length, "string") is { } position ? new TextValue(text[position].ToString()) : null;
            case SliceValue slice:
                return SliceRange.Of(interpreter, slice, text.Length) is { } range && interpreter.State.ChargeText(range.Count)
                    ? new TextValue(string.Concat(range.Indices().Select(at => text[at])))
                    : null;
            default:
                return interpreter.State.Raise("TypeError", $"string indices must be integers, not '{index.TypeName}'");
        }
    }

    private Value? ReadRange(RangeValue range, Value index)
    {
        var count = (int)Math.Min(range.Count, int.MaxValue);
        switch (index)
        {
            case IntegerValue integer:
                return Position(integer.Traced, count, "range object") is { } position ? new IntegerValue(range.Start + (position * range.Step)) : null;
            case SliceValue slice when SliceRange.Of(interpreter, slice, count) is { } part:
                var first = range.Start + (part.Start * range.Step);
                return new RangeValue(first, first + (part.Count * part.Step * range.Step), part.Step * range.Step);
            default:
                return interpreter.State.Error is null
                    ? interpreter.State.Raise("TypeError", $"range indices must be integers or slices, not {index.TypeName}")
                    : null;
        }
    }

    private bool WriteList(ListValue list, Value index, Value value)
    {
        switch (index)
        {
            case IntegerValue integer:
                if (Position(integer.Traced, list.Items.Count, "list assignment") is not { } position)
                {
                    return false;
                }

                list.Items[position] = value;
                return true;
            case SliceValue slice:
                return interpreter.State.Visit(list.Items.Count)
                    && SliceRange.Of(interpreter, slice, list.Items.Count) is { } range
                    && interpreter.Iteration.Items(value) is { } items
                    && WriteSlice(list, range, items);
            default:
                interpreter.State.Raise("TypeError", $"list indices must be integers or slices, not {index.TypeName}");
                return false;
        }
    }

    private bool WriteSlice(ListValue list, SliceRange range, IReadOnlyList<Value> items)
    {
        if (range.Step == 1)
        {
            list.Items.RemoveRange((int)range.Start, (int)range.Count);
            list.Items.InsertRange((int)range.Start, items);
            return interpreter.State.ChargeCollection(list.Items.Count);
        }

        if (range.Count != items.Count)
        {
            interpreter.State.Raise("ValueError", $"attempt to assign sequence of size {items.Count} to extended slice of size {range.Count}");
            return false;
        }

        var next = 0;
        foreach (var at in range.Indices())
        {
            list.Items[at] = items[next++];
        }

        return true;
    }

    private bool CheckSize(int count) => count <= interpreter.State.Limits.CollectionSize || interpreter.State.ChargeCollection(count);
}
