using System.Collections.Immutable;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>The constructor of convolutions: checks, kernel and bias.</summary>
internal static class ConvolutionConstructor
{
    /// <summary>Runs the constructor.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <param name="isTransposed">Whether it is a transposed convolution.</param>
    /// <returns>What it raised; null where nothing.</returns>
    public static OperatorError? Run(ModuleConstruction construction, int spatial, bool isTransposed)
    {
        if (Check(construction, isTransposed) is { } error)
        {
            return error;
        }

        var (inputs, outputs, groups) = (construction.Integer("in_channels"), construction.Integer("out_channels"), construction.Integer("groups"));
        var kernel = construction.Integers("kernel_size");
        if (kernel.Length != spatial && construction["kernel_size"] is TupleValue)
        {
            spatial = kernel.Length;
        }

        construction.Self.SetAttribute("transposed", BoolValue.Of(isTransposed));
        ImmutableArray<long> shape = isTransposed ? [inputs, outputs / groups, .. kernel] : [outputs, inputs / groups, .. kernel];
        var fanIn = 1L;
        for (var index = 0; index < shape.Length; index++)
        {
            if (shape[index] < 0)
            {
                return OperatorError.Runtime($"Trying to create tensor with negative dimension {shape[index]}: [{string.Join(", ", shape)}]");
            }

            fanIn *= index == 0 ? 1 : shape[index];
        }

        var initialisation = StateFactory.FanIn(fanIn);
        construction.Self.RegisterParameter("weight", StateFactory.Parameter(initialisation, shape));
        construction.Self.RegisterParameter("bias", ModuleArguments.IsTrue(construction["bias"]) ? StateFactory.Parameter(initialisation, outputs) : null);
        return null;
    }

    private static OperatorError? Check(ModuleConstruction construction, bool isTransposed)
    {
        var (inputs, outputs, groups) = (construction.Integer("in_channels"), construction.Integer("out_channels"), construction.Integer("groups"));
        var mode = construction["padding_mode"] is TextValue text ? text.Value : string.Empty;
        if (isTransposed && mode != "zeros")
        {
            return OperatorError.Value("Only \"zeros\" padding mode is supported for ConvTranspose" + construction.Integers("kernel_size").Length + "d");
        }

        if (groups <= 0)
        {
            return OperatorError.Value("groups must be a positive integer");
        }

        if (inputs % groups != 0)
        {
            return OperatorError.Value("in_channels must be divisible by groups");
        }

        if (outputs % groups != 0)
        {
            return OperatorError.Value("out_channels must be divisible by groups");
        }

        if (construction["padding"] is TextValue padding)
        {
            if (padding.Value is not ("same" or "valid"))
            {
                return OperatorError.Value($"Invalid padding string '{padding.Value}', should be one of {{'same', 'valid'}}");
            }

            if (padding.Value == "same" && (Sequences.Items(construction["stride"]) ?? [construction["stride"]]).Any(stride => stride is not IntegerValue { Traced: 1 }))
            {
                return OperatorError.Value("padding='same' is not supported for strided convolutions");
            }
        }

        return mode is "zeros" or "reflect" or "replicate" or "circular"
            ? null
            : OperatorError.Value($"padding_mode must be one of {{'zeros', 'reflect', 'replicate', 'circular'}}, but got padding_mode='{mode}'");
    }
}
