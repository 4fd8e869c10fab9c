using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Modules that take their input features from the first input that they see.</summary>
internal static class LazyModules
{
    private const string Factory = ", ~device: any = None, ~dtype: any = None";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Of("LazyLinear", "Linear", "out_features: int, bias: any = True" + Factory, "in_features", _ => -1),
        .. Enumerable.Range(1, 3).SelectMany(Spatial),
    ];

    private static IEnumerable<ModuleDefinition> Spatial(int spatial)
    {
        const string Normalised = "eps: any = 1e-5, momentum: any = 0.1, affine: any = {0}, track_running_stats: any = {0}" + Factory;
        yield return Of(
            $"LazyConv{spatial}d",
            $"Conv{spatial}d",
            $"out_channels: int, kernel_size: int[{spatial}], stride: int[{spatial}] = 1, padding: int[{spatial}]|str = 0, dilation: int[{spatial}] = 1, groups: int = 1, bias: any = True, padding_mode: str = 'zeros'{Factory}",
            "in_channels",
            rank => rank - spatial - 1);
        yield return Of(
            $"LazyConvTranspose{spatial}d",
            $"ConvTranspose{spatial}d",
            $"out_channels: int, kernel_size: int[{spatial}], stride: int[{spatial}] = 1, padding: int[{spatial}] = 0, output_padding: int[{spatial}] = 0, groups: int = 1, bias: any = True, dilation: int[{spatial}] = 1, padding_mode: str = 'zeros'{Factory}",
            "in_channels",
            rank => rank - spatial - 1);
        yield return Of($"LazyBatchNorm{spatial}d", $"BatchNorm{spatial}d", Normalised.Replace("{0}", "True", StringComparison.Ordinal), "num_features", _ => 1);
        yield return Of($"LazyInstanceNorm{spatial}d", $"InstanceNorm{spatial}d", Normalised.Replace("{0}", "False", StringComparison.Ordinal), "num_features", _ => 1);
    }

    private static ModuleDefinition Of(string name, string plain, string parameters, string features, Func<int, int> axis) => new($"torch.nn.{name}", parameters)
    {
        Constructor = MarkLazy,
        Forwarding = call => Forward(call, plain, parameters, features, axis),
    };

    private static OperatorError? MarkLazy(ModuleConstruction construction)
    {
        construction.Self.IsLazy = true;
        return null;
    }

    private static CallResult Forward(ModuleCall call, string plain, string parameters, string features, Func<int, int> axis)
    {
        if (call.Input is not TensorValue input || input.Shape.Length == 0 || !OperatorCatalogue.Default.TryFindModule($"torch.nn.{plain}", out var definition))
        {
            return OperatorError.Unsupported($"{call.Self.ClassName} is supported for tensors only.");
        }

        if (call.Self.GetAttribute("weight") is null && call.Self.GetAttribute("running_mean") is null)
        {
            var place = axis(input.Shape.Length);
            var size = input.Shape[place < 0 ? input.Shape.Length - 1 : place];
            var keywords = parameters.Split(", ").Select(parameter => parameter.Split(':')[0]).Where(parameter => !parameter.StartsWith('~'))
                .Select(parameter => new KeywordArgument(parameter, call.Attribute(parameter)));
            var arguments = new CallArguments([], [new(features, new IntegerValue(size)), .. keywords]);
            if (definition.Construct(call.Scope, call.Self, arguments).Error is { } error)
            {
                return error;
            }
        }

        return definition.Forward(call.Scope, call.Self, CallArguments.Of(input));
    }
}
