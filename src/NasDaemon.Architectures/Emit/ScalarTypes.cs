using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Emit;

/// <summary>The numbers that TorchScript knows element types by: libtorch's own compiler has no names for them.</summary>
internal static class ScalarTypes
{
    /// <summary>16-bit brain floating point.</summary>
    public const int BFloat16 = 15;

    /// <summary>The number of an element type.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The number.</returns>
    public static int Of(ElementType element) => element switch
    {
        ElementType.UInt8 => 0,
        ElementType.Int8 => 1,
        ElementType.Int16 => 2,
        ElementType.Int32 => 3,
        ElementType.Int64 => 4,
        ElementType.Float16 => 5,
        ElementType.Complex64 => 9,
        ElementType.Complex128 => 10,
        ElementType.BFloat16 => BFloat16,
        ElementType.Float64 => 7,
        ElementType.Bool => 11,
        _ => 6,
    };
}
