namespace NasDaemon.Architectures.Modules;

/// <summary>Convolutions as modules.</summary>
internal static class ConvolutionModules
{
    private const string Factory = ", ~device: any = None, ~dtype: any = None";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Plain(1), Plain(2), Plain(3),
        Transposed(1), Transposed(2), Transposed(3),
    ];

    private static ModuleDefinition Plain(int spatial) => new(
        $"torch.nn.Conv{spatial}d",
        $"in_channels: int, out_channels: int, kernel_size: int[{spatial}], stride: int[{spatial}] = 1, padding: int[{spatial}]|str = 0, dilation: int[{spatial}] = 1, groups: int = 1, bias: any = True, padding_mode: str = 'zeros'{Factory}")
    {
        Constructor = construction => ConvolutionConstructor.Run(construction, spatial, isTransposed: false),
        Mistyped = construction => MistypedSizes.Convolution(construction, spatial, isTransposed: false),
        Forwarding = call => ConvolutionForward.Plain(call, spatial),
    };

    private static ModuleDefinition Transposed(int spatial) => new(
        $"torch.nn.ConvTranspose{spatial}d",
        $"in_channels: int, out_channels: int, kernel_size: int[{spatial}], stride: int[{spatial}] = 1, padding: int[{spatial}] = 0, output_padding: int[{spatial}] = 0, groups: int = 1, bias: any = True, dilation: int[{spatial}] = 1, padding_mode: str = 'zeros'{Factory}")
    {
        Constructor = construction => ConvolutionConstructor.Run(construction, spatial, isTransposed: true),
        Mistyped = construction => MistypedSizes.Convolution(construction, spatial, isTransposed: true),
        Forwarding = call => ConvolutionForward.Transposed(call, spatial),
        ForwardParameters = "input, output_size = None",
    };
}
