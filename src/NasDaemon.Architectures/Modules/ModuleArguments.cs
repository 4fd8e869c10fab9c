using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Arguments as Python code reads them.</summary>
internal static class ModuleArguments
{
    /// <summary>Python's truth of a simple value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>False for <c>None</c>, <c>False</c>, zero and the empty.</returns>
    public static bool IsTrue(Value value) => value switch
    {
        NoneValue => false,
        BoolValue truth => truth.Value,
        IntegerValue integer => integer.Traced != 0,
        FloatValue number => number.Value != 0,
        TextValue text => text.Value.Length > 0,
        TupleValue tuple => tuple.Items.Count > 0,
        ListValue list => list.Items.Count > 0,
        _ => true,
    };
}
