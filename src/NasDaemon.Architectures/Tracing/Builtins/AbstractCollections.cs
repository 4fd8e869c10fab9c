using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The abstract types of <c>typing</c>, <c>collections.abc</c> and <c>numbers</c>, which say what a value can do.</summary>
internal static class AbstractCollections
{
    /// <summary>Tests a value.</summary>
    /// <param name="path">The full path of the type.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is one; null where the type is none of these.</returns>
    public static bool? Test(string path, Value value)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path[..dot] is not ("typing" or "typing_extensions" or "collections.abc" or "collections" or "numbers"))
        {
            return null;
        }

        return path[(dot + 1)..] switch
        {
            "Callable" => ObjectFunctions.IsCallable(value),
            "Iterable" => value is not TensorValue and not UnknownValue && Iteration.IsIterable(value) && (value is not IObject || Has(value, "__iter__")),
            "Iterator" or "Generator" => value is IteratorValue || Has(value, "__next__"),
            "Sequence" => value is ListValue or TupleValue or TextValue or RangeValue,
            "MutableSequence" or "List" => value is ListValue,
            "Tuple" => value is TupleValue,
            "Mapping" or "MutableMapping" or "Dict" => value is DictionaryValue,
            "Set" or "MutableSet" or "AbstractSet" or "FrozenSet" => value is SetValue,
            "Collection" or "Sized" or "Container" => value is ListValue or TupleValue or TextValue or DictionaryValue or SetValue or RangeValue || Has(value, "__len__"),
            "Hashable" => value is not (ListValue or DictionaryValue or SetValue { IsFrozen: false }),
            "Number" or "Complex" or "Real" => Numbers.IsNumber(value),
            "Integral" or "Rational" or "SupportsInt" or "SupportsIndex" => value is IntegerValue or BoolValue,
            "Text" => value is TextValue,
            _ => null,
        };
    }

    private static bool Has(Value value, string method) => SpecialMethods.Find(value, method) is not null;
}
