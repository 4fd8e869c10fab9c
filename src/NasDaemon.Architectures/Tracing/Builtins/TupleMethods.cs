using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>tuple</c> and <c>torch.Size</c>.</summary>
internal static class TupleMethods
{
    /// <summary>The methods of <c>tuple</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            new FunctionOwner("tuple", IsPython: false),
            ("index", "value", Find),
            ("count", "value", call => ListMethods.Count(call, Items(call))),
            ("__len__", "", call => new IntegerValue(Items(call).Count)),
            ("__iter__", "", call => new ItemIterator("tuple_iterator", Items(call))),
            ("__eq__", "other", call => call.Interpreter.Equality.AreEqual(call[0], call[1]) is { } areEqual ? BoolValue.Of(areEqual) : null),
            ("__getitem__", "index", call => call.Interpreter.Items.ReadDirectly(call[0], call[1])));

    /// <summary>What <c>torch.Size</c> has beyond <c>tuple</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> SizeTable() => MethodTable.Of(("numel", "", Multiply));

    private static IReadOnlyList<Value> Items(BuiltinCall call) => call[0] is TupleValue tuple ? tuple.Items : [];

    private static Value? Find(BuiltinCall call)
    {
        var items = Items(call);
        for (var index = 0; index < items.Count; index++)
        {
            if (call.Interpreter.Equality.AreEqual(items[index], call[1]) is not { } areEqual)
            {
                return null;
            }

            if (areEqual)
            {
                return new IntegerValue(index);
            }
        }

        return call.Raise("ValueError", "tuple.index(x): x not in tuple");
    }

    private static Value? Multiply(BuiltinCall call)
    {
        Value product = new IntegerValue(1);
        foreach (var item in Items(call))
        {
            if (call.Interpreter.Operators.Apply(Syntax.Expressions.BinaryOperator.Multiply, product, item) is not { } next)
            {
                return null;
            }

            product = next;
        }

        return product;
    }
}
