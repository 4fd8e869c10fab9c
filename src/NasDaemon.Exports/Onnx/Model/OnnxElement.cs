using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Exports.Onnx.Model;

/// <summary>The numbers that the format gives to element types.</summary>
internal static class OnnxElement
{
    /// <summary>The number of an element type.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The number; null where the format has none that its operators work on.</returns>
    public static long? CodeOf(ElementType element) => element switch
    {
        ElementType.Float32 => 1,
        ElementType.UInt8 => 2,
        ElementType.Int8 => 3,
        ElementType.Int16 => 5,
        ElementType.Int32 => 6,
        ElementType.Int64 => 7,
        ElementType.Bool => 9,
        ElementType.Float16 => 10,
        ElementType.Float64 => 11,
        ElementType.BFloat16 => 16,
        _ => null,
    };
}
