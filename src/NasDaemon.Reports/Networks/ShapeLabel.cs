using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Reports.Networks;

/// <summary>Shapes as people read them: the batch is written as <c>N</c>.</summary>
public static class ShapeLabel
{
    /// <summary>A shape as text.</summary>
    /// <param name="type">The tensor's type.</param>
    /// <returns>Such as <c>N×16×32×32</c>.</returns>
    public static string Of(TensorType type) => type.Shape.IsEmpty ? "scalar" : string.Join('×', type.Shape.Select(Size));

    /// <summary>Shapes as text.</summary>
    /// <param name="types">The tensors' types.</param>
    /// <returns>The shapes, separated by commas; of many only the first.</returns>
    public static string Of(IReadOnlyList<TensorType> types) =>
        types.Count > 2 ? $"{Of(types[0])}, … ({types.Count})" : string.Join(", ", types.Select(Of));

    private static string Size(Dimension dimension) => dimension switch
    {
        { BatchMultiple: 0 } => $"{dimension.Constant}",
        { BatchMultiple: 1, Constant: 0 } => "N",
        { Constant: 0 } => $"{dimension.BatchMultiple}N",
        _ => $"({dimension.BatchMultiple}N{dimension.Constant:+0;-0})",
    };
}
