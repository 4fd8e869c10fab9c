using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>Equality of dictionary keys: by value for constants and tuples of them, by identity for objects.</summary>
internal sealed class KeyComparer : IEqualityComparer<Value>
{
    /// <summary>The only instance.</summary>
    public static readonly KeyComparer Instance = new();

    /// <summary>How deep the tuples of a key may nest.</summary>
    public const int DeepestTuple = 50;

    private KeyComparer()
    {
    }

    /// <inheritdoc/>
    public bool Equals(Value? x, Value? y) => AreEqual(x, y, 0);

    /// <inheritdoc/>
    public int GetHashCode(Value obj) => Hash(obj, 0);

    private static bool AreEqual(Value? left, Value? right, int depth)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        return (left, right) switch
        {
            (TextValue first, TextValue second) => first.Value == second.Value,
            (SetValue first, SetValue second) => first.Items.Count == second.Items.Count && first.Items.Keys.All(second.Items.ContainsKey),
            (TupleValue first, TupleValue second) => depth < DeepestTuple && AreItemsEqual(first.Items, second.Items, depth + 1),
            (not null, not null) when Numbers.IsNumber(left) && Numbers.IsNumber(right) => Numbers.ToDouble(left).Equals(Numbers.ToDouble(right)),
            (BoundMethodValue first, BoundMethodValue second) =>
                ReferenceEquals(first.Self, second.Self) && ReferenceEquals(first.Function, second.Function),
            _ => false,
        };
    }

    private static bool AreItemsEqual(IReadOnlyList<Value> left, IReadOnlyList<Value> right, int depth)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var index = 0; index < left.Count; index++)
        {
            if (!AreEqual(left[index], right[index], depth))
            {
                return false;
            }
        }

        return true;
    }

    private static int Hash(Value value, int depth)
    {
        if (depth > DeepestTuple)
        {
            return 0;
        }

        switch (value)
        {
            case TextValue text:
                return text.Value.GetHashCode(StringComparison.Ordinal);
            case TupleValue tuple:
                var hash = default(HashCode);
                for (var index = 0; index < tuple.Items.Count && depth < DeepestTuple; index++)
                {
                    hash.Add(Hash(tuple.Items[index], depth + 1));
                }

                return hash.ToHashCode();
            case IntegerValue or FloatValue or BoolValue:

                // A seeded hash: a double's own is known, so that a source could choose keys that all collide.
                return HashCode.Combine(Numbers.ToDouble(value) is var number && number == 0 ? 0 : number);
            case SetValue set:
                return set.Items.Keys.Aggregate(set.Items.Count, (sum, item) => sum ^ Hash(item, depth + 1));
            case BoundMethodValue method:
                return System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(method.Self);
            default:
                return System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value);
        }
    }
}
