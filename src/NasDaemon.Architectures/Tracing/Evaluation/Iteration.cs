using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Iterates over things.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class Iteration(Interpreter interpreter)
{
    /// <summary>Whether something can be iterated.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True where it can.</returns>
    public static bool IsIterable(Value value) => value switch
    {
        ListValue or TupleValue or TextValue or RangeValue or DictionaryValue or SetValue or IteratorValue or TensorValue => true,
        InstanceValue instance => instance.Type.Find("__iter__") is not null || instance.Type.Find("__getitem__") is not null,
        ClassValue type => type.Find("__members__") is not null,
        _ => false,
    };

    /// <summary>All items of something, as they are now: what changes it later does not change them.</summary>
    /// <param name="value">What is iterated.</param>
    /// <returns>The items; null where an error was raised.</returns>
    public IReadOnlyList<Value>? Items(Value value)
    {
        if (!interpreter.State.Visit(Extent.Of(value)))
        {
            return null;
        }

        switch (value)
        {
            case TupleValue tuple:
                return tuple.Items;
            case ListValue list:
                return list.Items.ToArray();
            case IteratorValue iterator:
                return iterator.TakeRest();
            case RangeValue range:
                return RangeItems(range);
            case DictionaryValue dictionary:
                return dictionary.Entries.Keys.ToArray();
            case SetValue set:
                return set.Items.Keys.ToArray();
            case TextValue text:
                return interpreter.State.ChargeCollection(text.Value.Length) ? [.. text.Value.Select(character => new TextValue(character.ToString()))] : null;
            case TensorValue tensor:
                return TensorItems(tensor);
            case InstanceValue instance:
                return InstanceItems(instance);
            case UnknownValue unknown:
                return interpreter.Calls.UseUnknown(unknown) is null ? null : [];
            default:
                interpreter.State.Raise("TypeError", $"'{value.TypeName}' object is not iterable");
                return null;
        }
    }

    private List<Value>? RangeItems(RangeValue range)
    {
        if (!interpreter.State.ChargeCollection(range.Count))
        {
            return null;
        }

        var items = new List<Value>((int)range.Count);
        for (long index = 0; index < range.Count; index++)
        {
            items.Add(new IntegerValue(range.Start + (index * range.Step)));
        }

        return items;
    }

    private List<Value>? TensorItems(TensorValue tensor)
    {
        if (tensor.Shape.IsEmpty)
        {
            interpreter.State.Raise("TypeError", "iteration over a 0-d tensor");
            return null;
        }

        if (!tensor.Shape[0].IsFixed)
        {
            interpreter.State.Refuse(FailureClass.UnsupportedSyntax, "The tracer does not iterate over the samples of a batch.");
            return null;
        }

        var count = tensor.Shape[0].Constant;
        if (!interpreter.State.ChargeCollection(count))
        {
            return null;
        }

        var items = new List<Value>((int)count);
        for (long index = 0; index < count; index++)
        {
            if (interpreter.Items.Read(tensor, new IntegerValue(index)) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return items;
    }

    private IReadOnlyList<Value>? InstanceItems(InstanceValue instance)
    {
        if (instance.Type.Find("__iter__") is { } start)
        {
            var iterator = interpreter.Calls.Call(start, CallArguments.Of(instance));
            return iterator switch
            {
                null => null,
                InstanceValue own when own.Type.Find("__next__") is { } next => Exhaust(own, next),
                InstanceValue other when !ReferenceEquals(other, instance) && !interpreter.State.Step() => null,
                InstanceValue other when ReferenceEquals(other, instance) => RaiseNotIterator(other),
                _ => System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()
                    ? Items(iterator)
                    : RaiseNotIterator(iterator),
            };
        }

        if (instance.Type.Find("__getitem__") is { } getter)
        {
            return Probe(instance, getter);
        }

        interpreter.State.Raise("TypeError", $"'{instance.TypeName}' object is not iterable");
        return null;
    }

    private IReadOnlyList<Value>? RaiseNotIterator(Value value)
    {
        interpreter.State.Raise("TypeError", $"iter() returned non-iterator of type '{value.TypeName}'");
        return null;
    }

    private List<Value>? Exhaust(InstanceValue iterator, Value next)
    {
        var items = new List<Value>();
        while (interpreter.Calls.Call(next, CallArguments.Of(iterator)) is { } item)
        {
            items.Add(item);
            if (!interpreter.State.ChargeCollection(items.Count))
            {
                return null;
            }
        }

        return Swallow("StopIteration") ? items : null;
    }

    private List<Value>? Probe(InstanceValue instance, Value getter)
    {
        var items = new List<Value>();
        while (interpreter.Calls.Call(getter, CallArguments.Of(instance, new IntegerValue(items.Count))) is { } item)
        {
            items.Add(item);
            if (!interpreter.State.ChargeCollection(items.Count))
            {
                return null;
            }
        }

        return Swallow("IndexError") ? items : null;
    }

    private bool Swallow(string type)
    {
        if (interpreter.State.Error?.Type.Name != type)
        {
            return false;
        }

        interpreter.State.Error = null;
        return true;
    }
}
