using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Iterates over values.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class Iteration(Interpreter interpreter)
{
    /// <summary>Whether a value can be iterated over.</summary>
    /// <param name="value">The value.</param>
    /// <returns>False for numbers, functions and the like.</returns>
    public static bool IsIterable(Value value) => value switch
    {
        ListValue or TupleValue or TextValue or RangeValue or DictionaryValue or SetValue or IteratorValue or TensorValue or DictionaryView => true,
        _ => SpecialMethods.Find(value, "__iter__") is not null || SpecialMethods.Find(value, "__getitem__") is not null,
    };

    /// <summary>The items of a value.</summary>
    /// <param name="value">The value; an iterator is used up.</param>
    /// <returns>The items; null where an error was raised.</returns>
    public IReadOnlyList<Value>? Items(Value value)
    {
        if (!interpreter.State.Visit(value.Extent))
        {
            return null;
        }

        if (value is IObject && SpecialMethods.Find(value, "__iter__") is not null)
        {
            return Iterate(value) is { } own ? Drain(own) : null;
        }

        switch (value)
        {
            case TupleValue tuple:
                return tuple.Items;
            case ListValue list:
                return list.Items.ToArray();
            case DictionaryValue dictionary:
                return dictionary.Entries.Keys.ToArray();
            case SetValue set:
                return set.Items.Keys.ToArray();
            case DictionaryView view:
                return view.Items();
            case RangeValue range when !interpreter.State.ChargeCollection(range.Count):
                return null;
            case UnknownValue unknown:
                return interpreter.Calls.UseUnknown(unknown) is null ? null : [];
            default:
                return Iterate(value) is { } iterator ? Drain(iterator) : null;
        }
    }

    /// <summary>Starts to iterate over a value.</summary>
    /// <param name="value">The value; an iterator stands for itself.</param>
    /// <returns>The iterator; null where an error was raised.</returns>
    public IteratorValue? Iterate(Value value)
    {
        if (SpecialMethods.Find(value, "__iter__") is { } start)
        {
            return Start(value, start);
        }

        switch (value)
        {
            case IteratorValue iterator:
                return iterator;
            case ListValue list:
                return new ItemIterator("list_iterator", list.Items);
            case TupleValue tuple:
                return new ItemIterator("tuple_iterator", tuple.Items);
            case RangeValue range:
                return Count(range);
            case TextValue text:
                return Characters(text.Value);
            case TensorValue tensor:
                return Rows(tensor);
            case DictionaryValue dictionary:
                return Entries(new DictionaryView(dictionary, "keys"));
            case DictionaryView view:
                return Entries(view);
            case SetValue or UnknownValue:
                return Items(value) is { } items ? new ItemIterator("set_iterator", items) : null;
        }

        if (SpecialMethods.Find(value, "__getitem__") is { } getter)
        {
            return Probe(value, getter);
        }

        interpreter.State.Raise("TypeError", $"'{value.TypeName}' object is not iterable");
        return null;
    }

    /// <summary>Takes all items that an iterator has left.</summary>
    /// <param name="iterator">The iterator.</param>
    /// <returns>The items; null where an error was raised.</returns>
    public List<Value>? Drain(IteratorValue iterator)
    {
        var items = new List<Value>();
        while (iterator.Next(interpreter) is { } item)
        {
            items.Add(item);
            var isWithin = items.Count > interpreter.State.Limits.CollectionSize
                ? interpreter.State.ChargeCollection(items.Count)
                : interpreter.State.Step() && interpreter.State.Charge(1);
            if (!isWithin)
            {
                return null;
            }
        }

        return interpreter.State.Error is null ? items : null;
    }

    private ComputedIterator Entries(DictionaryView view)
    {
        var (next, count) = (0, view.Dictionary.Entries.Count);
        return new ComputedIterator("dict_keyiterator", () =>
        {
            if (view.Dictionary.Entries.Count != count)
            {
                return interpreter.State.Raise("RuntimeError", "dictionary changed size during iteration");
            }

            return next < count ? view.At(next++) : null;
        });
    }

    private static ComputedIterator Count(RangeValue range)
    {
        var turn = 0L;
        return new ComputedIterator("range_iterator", () => turn < range.Count ? new IntegerValue(range.Start + (turn++ * range.Step)) : null);
    }

    private static ComputedIterator Characters(string text)
    {
        var next = 0;
        return new ComputedIterator("str_iterator", () =>
        {
            if (next >= text.Length)
            {
                return null;
            }

            var length = char.IsHighSurrogate(text[next]) && next + 1 < text.Length ? 2 : 1;
            next += length;
            return new TextValue(text.Substring(next - length, length));
        });
    }

    private ComputedIterator? Rows(TensorValue tensor)
    {
        if (tensor.Shape.IsEmpty)
        {
            interpreter.State.Raise("TypeError", "iteration over a 0-d tensor");
            return null;
        }

        var count = tensor.Shape[0].Traced();
        if (!tensor.Shape[0].IsFixed)
        {
            interpreter.State.Scope.Graph.MarkBatchSpecific($"Line {interpreter.State.Scope.Line} iterates over the samples of a batch.");
        }

        var row = 0L;
        return new ComputedIterator("generator", () => row < count ? ReadRow(tensor, row++, count) : null);
    }

    private Value? ReadRow(TensorValue tensor, long row, long count)
    {
        var read = interpreter.Items.Read(tensor, new IntegerValue(row));
        if (read is not TensorValue { Contents: null } part || tensor.Contents is not LiteralInitialisation known || known.Values.Length % count != 0)
        {
            return read;
        }

        var size = (int)(known.Values.Length / count);
        return part.WithContents(size == 1
            ? new ConstantInitialisation(known.Values[(int)row])
            : new LiteralInitialisation(known.Values.Slice((int)row * size, size)));
    }

    private IteratorValue? Start(Value value, Value start)
    {
        var made = SpecialMethods.Call(interpreter, start, value);
        if (made is null or IteratorValue)
        {
            return made as IteratorValue;
        }

        if (SpecialMethods.Find(made, "__next__") is { } next)
        {
            return Repeat(() => SpecialMethods.Call(interpreter, next, made), "StopIteration");
        }

        if (made is UnknownValue unknown)
        {
            return interpreter.Calls.UseUnknown(unknown) is null ? null : new ItemIterator("iterator", []);
        }

        interpreter.State.Raise("TypeError", $"iter() returned non-iterator of type '{made.TypeName}'");
        return null;
    }

    private ComputedIterator Probe(Value value, Value getter)
    {
        var index = 0L;
        return Repeat(() => SpecialMethods.Call(interpreter, getter, value, new IntegerValue(index++)), "IndexError");
    }

    // The exception that means "no more" is none to those who iterate.
    private ComputedIterator Repeat(Func<Value?> next, string last) => new("iterator", () =>
    {
        var item = next();
        if (item is null && interpreter.State.Error is { IsRefusal: false } error && ExceptionNames.Is(error.Type, last))
        {
            interpreter.State.Error = null;
        }

        return item;
    });
}
