using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Lists and tuples alike.</summary>
internal static class Sequences
{
    /// <summary>The items of a list or tuple.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The items; null where the value is neither.</returns>
    public static IReadOnlyList<Value>? Items(Value value) => value switch
    {
        TupleValue tuple => tuple.Items,
        ListValue list => list.Items,
        _ => null,
    };
}
