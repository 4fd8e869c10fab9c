using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Changes of shape and size as modules.</summary>
internal static class ShapeModules
{
    private const string Sizes = "size: any = None, scale_factor: any = None";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        new("torch.nn.Flatten", "start_dim: any = 1, end_dim: any = -1") { Forwarding = ModuleForwards.ToMethod("flatten", "start_dim", "end_dim") },
        new("torch.nn.Unflatten", "dim: any, unflattened_size: any")
        {
            Forwarding = call => call.Call("torch.unflatten", [], call.Input, call.Attribute("dim"), call.Attribute("unflattened_size")),
        },
        new("torch.nn.Upsample", Sizes + ", mode: any = 'nearest', align_corners: any = None, recompute_scale_factor: any = None")
        {
            Forwarding = ModuleForwards.To("torch.nn.functional.interpolate"),
        },
        Upsampling("UpsamplingNearest2d", "nearest", NoneValue.Instance),
        Upsampling("UpsamplingBilinear2d", "bilinear", BoolValue.True),
        new("torch.nn.PixelShuffle", "upscale_factor: int") { Forwarding = ModuleForwards.To("torch.nn.functional.pixel_shuffle") },
        new("torch.nn.PixelUnshuffle", "downscale_factor: int") { Forwarding = ModuleForwards.To("torch.nn.functional.pixel_unshuffle") },
        new("torch.nn.ChannelShuffle", "groups: int") { Forwarding = ModuleForwards.To("torch.nn.functional.channel_shuffle") },
        new("torch.nn.Unfold", "kernel_size: any, dilation: any = 1, padding: any = 0, stride: any = 1")
        {
            Forwarding = ModuleForwards.To("torch.nn.functional.unfold"),
        },
        new("torch.nn.Fold", "output_size: any, kernel_size: any, dilation: any = 1, padding: any = 0, stride: any = 1")
        {
            Forwarding = ModuleForwards.To("torch.nn.functional.fold"),
        },
    ];

    private static ModuleDefinition Upsampling(string name, string mode, Value alignCorners) => new($"torch.nn.{name}", Sizes)
    {
        Forwarding = call => call.Call(
            "torch.nn.functional.interpolate",
            [new KeywordArgument("mode", new TextValue(mode)), new KeywordArgument("align_corners", alignCorners)],
            call.Input,
            call.Attribute("size"),
            call.Attribute("scale_factor")),
    };
}
