using System.Globalization;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

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
        Fractional(2), Fractional(3),
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

    private static ModuleDefinition Fractional(int spatial) => new(
        $"torch.nn.FractionalMaxPool{spatial}d",
        "kernel_size: any, output_size: any = None, output_ratio: any = None, return_indices: any = False, _random_samples: any = None")
    {
        Constructor = construction => FractionalSize(construction, spatial),
        Forwarding = ModuleForwards.To($"torch.nn.functional.fractional_max_pool{spatial}d"),
    };

    private static OperatorError? FractionalSize(ModuleConstruction construction, int spatial)
    {
        var (size, ratio) = (construction["output_size"], construction["output_ratio"]);
        if (size is NoneValue == ratio is NoneValue)
        {
            return OperatorError.Value(size is NoneValue
                ? $"FractionalMaxPool{spatial}d requires specifying either an output size, or a pooling ratio"
                : "only one of output_size and output_ratio may be specified");
        }

        var wrong = (Sequences.Items(ratio) ?? [ratio]).FirstOrDefault(share => share is not NoneValue && Numbers.ToDouble(share) is not (> 0 and < 1));
        return wrong is null
            ? null
            : OperatorError.Value(string.Create(CultureInfo.InvariantCulture, $"output_ratio must be between 0 and 1 (got {Numbers.ToDouble(wrong)})"));
    }

    private static OperatorError? DefaultStride(ModuleConstruction construction)
    {
        if (construction["stride"] is NoneValue)
        {
            construction.Self.SetAttribute("stride", construction["kernel_size"]);
        }

        return null;
    }
}
