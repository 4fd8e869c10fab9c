using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>How much there is in a value for a function to look at.</summary>
internal static class Extent
{
    /// <summary>The items or characters of a value, without those of its items.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The number; 0 for what holds nothing.</returns>
    public static int Of(Value value) => value switch
    {
        TextValue text => text.Value.Length,
        ListValue list => list.Items.Count,
        TupleValue tuple => tuple.Items.Count,
        DictionaryValue dictionary => dictionary.Entries.Count,
        TensorValue tensor => tensor.Shape.Length,
        SetValue set => set.Items.Count,
        ModuleInstance module => module.RegisteredCount,
        _ => 0,
    };
}
