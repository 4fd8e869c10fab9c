using System.Collections.Frozen;
using NasDaemon.Exports.Onnx.Building;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Every operator of our graphs that has a form in ONNX.</summary>
internal static class OnnxOperators
{
    /// <summary>The operators by name.</summary>
    public static FrozenDictionary<string, OnnxOperator> All { get; } = new[]
    {
        ActivationOperators.All,
        ArithmeticOperators.All,
        UnaryOperators.All,
        ComparisonOperators.All,
        ConvolutionOperators.All,
        PoolingOperators.All,
        AdaptivePoolingOperators.All,
        NormalisationOperators.All,
        ProductOperators.All,
        DistanceOperators.All,
        ReductionOperators.All,
        StatisticOperators.All,
        OrderOperators.All,
        ShapeOperators.All,
        PartOperators.All,
        JoiningOperators.All,
        IndexingOperators.All,
        ScatterOperators.All,
        CreationOperators.All,
        ResizingOperators.All,
        WindowOperators.All,
        RecurrentOperators.All,
        CellOperators.All,
    }.SelectMany(family => family).ToFrozenDictionary(definition => definition.Name);
}
