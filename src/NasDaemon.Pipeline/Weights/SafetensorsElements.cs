using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Pipeline.Weights;

/// <summary>The names and sizes of element types in the safetensors format.</summary>
internal static class SafetensorsElements
{
    /// <summary>The format's name of an element type.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The name.</returns>
    public static string NameOf(ElementType element) => element switch
    {
        ElementType.Float32 => "F32",
        ElementType.Float64 => "F64",
        ElementType.Int64 => "I64",
        ElementType.UInt8 => "U8",
        ElementType.Bool => "BOOL",
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "No such element type."),
    };

    /// <summary>The element type of a name.</summary>
    /// <param name="name">The format's name.</param>
    /// <returns>The element type; null where we do not read that type.</returns>
    public static ElementType? Find(string name) => name switch
    {
        "F32" => ElementType.Float32,
        "F64" => ElementType.Float64,
        "I64" => ElementType.Int64,
        "U8" => ElementType.UInt8,
        "BOOL" => ElementType.Bool,
        _ => null,
    };

    /// <summary>Bytes of one element.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>1, 4 or 8.</returns>
    public static int SizeOf(ElementType element) => element switch
    {
        ElementType.Float32 => 4,
        ElementType.Float64 or ElementType.Int64 => 8,
        _ => 1,
    };
}
