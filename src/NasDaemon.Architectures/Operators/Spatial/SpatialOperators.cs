using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Spatial;

/// <summary>Padding, resizing and exchanging channels with space.</summary>
internal static class SpatialOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("pad", "input: Tensor, pad: int[], mode: str = 'constant', value: float? = None", "F:pad", PaddingRule.Apply),
        new(
            "interpolate",
            "input: Tensor, size: any = None, scale_factor: any = None, mode: str = 'nearest', align_corners: any = None, recompute_scale_factor: any = None, antialias: bool = False",
            "F.interpolate F.upsample",
            InterpolationRules.Interpolate),
        new("upsample_nearest", "input: any, size: any = None, scale_factor: any = None", "F.upsample_nearest", call => Resize(call, "nearest", NoneValue.Instance)),
        new("upsample_bilinear", "input: any, size: any = None, scale_factor: any = None", "F.upsample_bilinear", call => Resize(call, "bilinear", BoolValue.True)),
        Nearest("upsample_nearest1d"), Nearest("upsample_nearest2d"), Nearest("upsample_nearest3d"),
        Nearest("_upsample_nearest_exact1d"), Nearest("_upsample_nearest_exact2d"), Nearest("_upsample_nearest_exact3d"),
        Smooth("upsample_linear1d"), Smooth("upsample_bilinear2d"), Smooth("upsample_bicubic2d"), Smooth("upsample_trilinear3d"),
        Smooth("_upsample_bilinear2d_aa"), Smooth("_upsample_bicubic2d_aa"),
        new("grid_sample", "input: Tensor, grid: Tensor, mode: str = 'bilinear', padding_mode: str = 'zeros', align_corners: any = None", "F.grid_sample", GridRules.Sample)
        {
            Lowering = "torch.grid_sampler({input}, {grid}, {mode}, {padding_mode}, {align_corners})",
        },
        new("affine_grid", "theta: Tensor, size: int[], align_corners: any = None", "F.affine_grid", GridRules.Affine)
        {
            Lowering = "torch.affine_grid_generator({theta}, {size}, {align_corners})",
        },
        new("pixel_shuffle", "input: Tensor, upscale_factor: int", "F:pixel_shuffle torch.pixel_shuffle", ShuffleRules.PixelShuffle),
        new("pixel_unshuffle", "input: Tensor, downscale_factor: int", "F:pixel_unshuffle torch.pixel_unshuffle", ShuffleRules.PixelUnshuffle),
        new("channel_shuffle", "input: Tensor, groups: int", "F:channel_shuffle torch.channel_shuffle", ShuffleRules.ChannelShuffle),
        new("unfold", "input: Tensor, kernel_size: int[2], dilation: int[2] = 1, padding: int[2] = 0, stride: int[2] = 1", "F.unfold", FoldRules.Unfold)
        {
            Lowering = "torch.im2col({input}, {kernel_size}, {dilation}, {padding}, {stride})",
        },
        new("fold", "input: Tensor, output_size: int[2], kernel_size: int[2], dilation: int[2] = 1, padding: int[2] = 0, stride: int[2] = 1", "F.fold", FoldRules.Fold)
        {
            Lowering = "torch.col2im({input}, {output_size}, {kernel_size}, {dilation}, {padding}, {stride})",
        },
    ];

    private static CallResult Resize(OperatorCall call, string mode, Value alignCorners)
    {
        var steps = new Composition(call.Scope);
        return steps.Result(steps.Call(
            "torch.nn.functional.interpolate", call["input"], call["size"], call["scale_factor"], new TextValue(mode), alignCorners));
    }

    private static OperatorDefinition Nearest(string name) =>
        new(name, "input: Tensor, output_size: any, scale_factors: any", "", PointwiseRules.Unary(1));

    private static OperatorDefinition Smooth(string name) =>
        new(name, "input: Tensor, output_size: any, align_corners: bool, scale_factors: any", "", PointwiseRules.Unary(1));
}
