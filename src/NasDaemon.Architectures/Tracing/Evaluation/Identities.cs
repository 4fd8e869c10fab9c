using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Gives <c>id()</c> and <c>hash()</c> numbers that are the same in every trace of a source.</summary>
internal sealed class Identities
{
    private const long First = 0x7F00_0000_0000;
    private const long Size = 64;
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    private readonly Dictionary<Value, long> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of an object.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The number, which no other object has.</returns>
    public long Of(Value value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            number = First + (_numbers.Count * Size);
            _numbers[value] = number;
        }

        return number;
    }

    /// <summary>The hash of a value: equal values have equal ones.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The hash.</returns>
    public long Hash(Value value) => value switch
    {
        IntegerValue integer => integer.Traced,
        FloatValue or BoolValue when Numbers.ToDouble(value) is var number && double.IsInteger(number) && Math.Abs(number) < 1e15 => (long)number,
        FloatValue number => BitConverter.DoubleToInt64Bits(number.Value),
        TextValue text => OfText(text.Value),
        TupleValue tuple => OfItems(tuple.Items),
        _ => Of(value) / Size,
    };

    private static long OfText(string text)
    {
        var hash = OffsetBasis;
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash;
    }

    // What is nested too deeply does not count.
    private long OfItems(IReadOnlyList<Value> items)
    {
        var hash = OffsetBasis;
        foreach (var item in items)
        {
            hash = (hash ^ (uint)(item is TupleValue nested ? nested.Items.Count : Hash(item))) * Prime;
        }

        return hash;
    }
}
