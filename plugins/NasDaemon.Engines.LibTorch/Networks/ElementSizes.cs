using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Engines.LibTorch.Networks;

/// <summary>How many bytes an element takes.</summary>
internal static class ElementSizes
{
    /// <summary>The bytes of one element.</summary>
    /// <param name="element">Its type.</param>
    /// <returns>The bytes.</returns>
    public static int Of(ElementType element) => element switch
    {
        ElementType.Float32 => sizeof(float),
        ElementType.Int64 => sizeof(long),
        ElementType.Bool or ElementType.UInt8 => sizeof(byte),
        ElementType.Float64 or ElementType.Complex64 => sizeof(double),
        ElementType.Float16 or ElementType.BFloat16 or ElementType.Int16 => sizeof(short),
        ElementType.Int32 => sizeof(int),
        ElementType.Int8 => sizeof(sbyte),
        ElementType.Complex128 => 2 * sizeof(double),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "Not a known element type."),
    };
}
