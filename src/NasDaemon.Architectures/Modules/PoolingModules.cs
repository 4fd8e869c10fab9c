namespace NasDaemon.Architectures.Modules;

/// <summary>Pooling as modules.</summary>
internal static class PoolingModules
{
    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        .. Enumerable.Range(1, 3).SelectMany(Of),
        .. Enumerable.Range(1, 2).Select(spatial => new ModuleDefinition($"torch.nn.LPPool{spatial}d", "norm_type: any, kernel_size: any, stride: any = None, ceil_mode: any = False")
        {
            ConstructorOwner = "_LPPoolNd",
            Forwarding = ModuleForwards.To($"torch.nn.functional.lp_pool{spatial}d"),
        }),
    ];

    private static IEnumerable<ModuleDefinition> Of(int spatial)
    {
        var average = spatial == 1 ? "" : ", divisor_override: any = None";
        yield return new(
            $"torch.nn.MaxPool{spatial}d",
            "kernel_size: any, stride: any = None, padding: any = 0, dilation: any = 1, return_indices: any = False, ceil_mode: any = False")
        {
            ConstructorOwner = "_MaxPoolNd",
            Constructor = DefaultStride,
            Forwarding = ModuleForwards.To($"torch.nn.functional.max_pool{spatial}d"),
        };
        yield return new(
            $"torch.nn.AvgPool{spatial}d",
            $"kernel_size: any, stride: any = None, padding: any = 0, ceil_mode: any = False, count_include_pad: any = True{average}")
        {
            Constructor = DefaultStride,
            Forwarding = ModuleForwards.To($"torch.nn.functional.avg_pool{spatial}d"),
        };
        yield return Unpool(spatial);
        yield return new($"torch.nn.AdaptiveAvgPool{spatial}d", "output_size: any")
        {
            ConstructorOwner = "_AdaptiveAvgPoolNd",
            Forwarding = ModuleForwards.To($"torch.nn.functional.adaptive_avg_pool{spatial}d"),
        };
        yield return new($"torch.nn.AdaptiveMaxPool{spatial}d", "output_size: any, return_indices: any = False")
        {
            ConstructorOwner = "_AdaptiveMaxPoolNd",
            Forwarding = ModuleForwards.To($"torch.nn.functional.adaptive_max_pool{spatial}d"),
        };
    }

    private static ModuleDefinition Unpool(int spatial) => new($"torch.nn.MaxUnpool{spatial}d", $"kernel_size: int[{spatial}], stride: int[{spatial}]? = None, padding: int[{spatial}] = 0")
    {
        Constructor = DefaultStride,
        ForwardParameters = "input, indices, output_size = None",
        Forwarding = call => call.Call(
            $"torch.nn.functional.max_unpool{spatial}d",
            [],
            call.Input,
            call["indices"],
            call.Attribute("kernel_size"),
            call.Attribute("stride"),
            call.Attribute("padding"),
            call["output_size"]),
    };

    private static Operators.OperatorError? DefaultStride(ModuleConstruction construction)
    {
        if (construction["stride"] is Values.NoneValue)
        {
            construction.Self.SetAttribute("stride", construction["kernel_size"]);
        }

        return null;
    }
}
