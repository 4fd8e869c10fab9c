namespace NasDaemon.Architectures.Operators.Pooling;

/// <summary>Pooling over windows, and to a given size.</summary>
internal static class PoolingOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Maximum(1), Maximum(2), Maximum(3),
        WithIndices(1), WithIndices(2), WithIndices(3),
        Unpool(1), Unpool(2), Unpool(3),
        Power(1), Power(2),
        Fractional(2), Fractional(3),
        FractionalWithIndices(2), FractionalWithIndices(3),
        Average(1, ""), Average(2, ", divisor_override: int? = None"), Average(3, ", divisor_override: int? = None"),
        AdaptiveAverage(1, "F:adaptive_avg_pool1d torch.adaptive_avg_pool1d"), AdaptiveAverage(2, "F.adaptive_avg_pool2d"), AdaptiveAverage(3, "F.adaptive_avg_pool3d"),
        AdaptiveMaximum(1), AdaptiveMaximum(2), AdaptiveMaximum(3),
        AdaptiveWithIndices(1), AdaptiveWithIndices(2), AdaptiveWithIndices(3),
    ];

    private static OperatorDefinition Maximum(int spatial) => new(
        $"max_pool{spatial}d",
        $"input: Tensor, kernel_size: int[{spatial}], stride: int[{spatial}]? = None, padding: int[{spatial}] = 0, dilation: int[{spatial}] = 1, ceil_mode: bool = False, ~return_indices: bool = False",
        $"F.max_pool{spatial}d torch.max_pool{spatial}d",
        call => WindowRules.Maximum(call, spatial));

    private static OperatorDefinition WithIndices(int spatial) => new(
        $"max_pool{spatial}d_with_indices",
        $"input: Tensor, kernel_size: int[{spatial}], stride: int[{spatial}]? = None, padding: int[{spatial}] = 0, dilation: int[{spatial}] = 1, ceil_mode: bool = False",
        spatial == 1 ? "torch.max_pool1d_with_indices" : "",
        call => WindowRules.Maximum(call, spatial));

    private static OperatorDefinition Unpool(int spatial) => new(
        $"max_unpool{spatial}d",
        $"input: Tensor, indices: Tensor, kernel_size: int[{spatial}], stride: int[{spatial}]? = None, padding: int[{spatial}] = 0, output_size: int[]? = None",
        $"F.max_unpool{spatial}d",
        call => UnpoolingRules.Apply(call, spatial))
    {
        Lowering = spatial == 3
            ? "torch.max_unpool3d({input}, {indices}, {output_size}, {stride}, {padding})"
            : "torch.max_unpool2d({input}, {indices}, {output_size})",
    };

    private static OperatorDefinition Power(int spatial) => new(
        $"lp_pool{spatial}d",
        $"input: Tensor, norm_type: Number, kernel_size: int[{spatial}], stride: int[{spatial}]? = None, ceil_mode: bool = False",
        $"F.lp_pool{spatial}d",
        call => PowerRule.Apply(call, spatial));

    private static OperatorDefinition Fractional(int spatial) => new(
        $"fractional_max_pool{spatial}d",
        $"input: Tensor, kernel_size: int[{spatial}], output_size: any = None, output_ratio: any = None, ~return_indices: bool = False, ~_random_samples: any = None",
        $"F.fractional_max_pool{spatial}d",
        call => FractionalRule.Apply(call, spatial));

    private static OperatorDefinition FractionalWithIndices(int spatial) => new(
        $"fractional_max_pool{spatial}d_with_indices",
        $"input: Tensor, kernel_size: int[{spatial}], output_size: int[{spatial}], random_samples: Tensor",
        "",
        call => FractionalRule.WithIndices(call, spatial))
    {
        Lowering = $"torch.fractional_max_pool{spatial}d({{input}}, {{kernel_size}}, {{output_size}}, {{random_samples}})",
    };

    private static OperatorDefinition Average(int spatial, string more) => new(
        $"avg_pool{spatial}d",
        $"input: Tensor, kernel_size: int[{spatial}], stride: int[{spatial}]? = None, padding: int[{spatial}] = 0, ceil_mode: bool = False, count_include_pad: bool = True{more}",
        spatial == 1 ? "F:avg_pool1d torch.avg_pool1d" : $"F:avg_pool{spatial}d",
        call => WindowRules.Average(call, spatial));

    private static OperatorDefinition AdaptiveAverage(int spatial, string faces) => new(
        $"adaptive_avg_pool{spatial}d",
        "input: Tensor, output_size: any",
        faces,
        call => AdaptiveRules.Apply(call, spatial));

    private static OperatorDefinition AdaptiveWithIndices(int spatial) => new(
        $"adaptive_max_pool{spatial}d_with_indices",
        "input: Tensor, output_size: any",
        "",
        call => AdaptiveRules.Apply(call, spatial))
    {
        Lowering = $"torch.adaptive_max_pool{spatial}d({{input}}, {{output_size}})",
    };

    private static OperatorDefinition AdaptiveMaximum(int spatial) => new(
        $"adaptive_max_pool{spatial}d",
        "input: Tensor, output_size: any, ~return_indices: bool = False",
        $"F.adaptive_max_pool{spatial}d",
        call => AdaptiveRules.Apply(call, spatial))
    {
        Lowering = $"torch.adaptive_max_pool{spatial}d({{input}}, {{output_size}})[0]",
    };
}
