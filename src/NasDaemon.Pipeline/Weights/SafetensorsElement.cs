using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Pipeline.Weights;

/// <summary>How the format spells element types.</summary>
internal static class SafetensorsElement
{
    /// <summary>The format's name of an element type.</summary>
    public static string NameOf(ElementType element) => element switch
    {
        ElementType.Float32 => "F32",
        ElementType.Float64 => "F64",
        ElementType.Int64 => "I64",
        ElementType.UInt8 => "U8",
        ElementType.Bool => "BOOL",
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "The format has no name for this element type."),
    };

    /// <summary>The element type of a name of the format, or null where this reader does not know it.</summary>
    public static ElementType? Parse(string? name) => name switch
    {
        "F32" => ElementType.Float32,
        "F64" => ElementType.Float64,
        "I64" => ElementType.Int64,
        "U8" => ElementType.UInt8,
        "BOOL" => ElementType.Bool,
        _ => null,
    };

    /// <summary>Bytes of one element.</summary>
    public static int SizeOf(ElementType element) => element switch
    {
        ElementType.Float64 or ElementType.Int64 => 8,
        ElementType.Float32 => 4,
        _ => 1,
    };
}
