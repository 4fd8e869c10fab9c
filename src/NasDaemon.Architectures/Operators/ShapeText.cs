using System.Collections.Immutable;
using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Shapes as PyTorch's messages write them, at the traced batch size.</summary>
internal static class ShapeText
{
    /// <summary>As a list: <c>[2, 3, 32, 32]</c>.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <returns>The text.</returns>
    public static string List(ImmutableArray<Dimension> shape) => $"[{Join(shape, ", ")}]";

    /// <summary>As a product: <c>2x2048</c>.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <returns>The text.</returns>
    public static string Product(ImmutableArray<Dimension> shape) => Join(shape, "x");

    /// <summary>With blanks in brackets: <c>(2 x 2)</c>.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <returns>The text.</returns>
    public static string Spaced(ReadOnlySpan<long> sizes) => $"({string.Join(" x ", sizes.ToArray())})";

    private static string Join(ImmutableArray<Dimension> shape, string separator)
    {
        var text = new StringBuilder();
        foreach (var dimension in shape)
        {
            text.Append(text.Length == 0 ? "" : separator).Append(dimension.At(TraceBatch.Size));
        }

        return text.ToString();
    }
}
