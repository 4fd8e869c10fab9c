using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators;

/// <summary>Element types under PyTorch's names, and how they combine.</summary>
internal static class ElementTypes
{
    /// <summary>PyTorch's name of an element type.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The name without <c>torch.</c></returns>
    public static string Name(ElementType element) => element switch
    {
        ElementType.Float64 => "float64",
        ElementType.Int64 => "int64",
        ElementType.Bool => "bool",
        ElementType.UInt8 => "uint8",
        _ => "float32",
    };

    /// <summary>The element type behind a name.</summary>
    /// <param name="name">PyTorch's name, with or without <c>torch.</c></param>
    /// <returns>The element type; null where there is none of that name.</returns>
    public static ElementType? Find(string name) => name.Replace("torch.", "", StringComparison.Ordinal) switch
    {
        "float32" or "float" => ElementType.Float32,
        "float64" or "double" => ElementType.Float64,
        "int64" or "long" => ElementType.Int64,
        "bool" => ElementType.Bool,
        "uint8" => ElementType.UInt8,
        _ => null,
    };

    /// <summary>Whether an element type holds fractions.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>True for floating point.</returns>
    public static bool IsFloating(ElementType element) => element is ElementType.Float32 or ElementType.Float64;

    /// <summary>The element type of an operation on two tensors.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The wider of the two.</returns>
    public static ElementType Promote(ElementType left, ElementType right) => Rank(left) >= Rank(right) ? left : right;

    private static int Rank(ElementType element) => element switch
    {
        ElementType.Bool => 0,
        ElementType.UInt8 => 1,
        ElementType.Int64 => 2,
        ElementType.Float32 => 3,
        _ => 4,
    };
}
