using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Layers;

/// <summary>The layers that bring an input of any size to the resolution at which a space works.</summary>
internal static class Stem
{
    private const int LargestConvolutionStride = 4;

    /// <summary>Finds by how much the sides shrink.</summary>
    /// <param name="input">The input.</param>
    /// <param name="resolution">The longest side that may remain.</param>
    /// <returns>A power of two.</returns>
    public static int Reduction(FeatureMap input, int resolution)
    {
        var reduction = 1;
        while (input.Through(input.Channels, reduction).LongestSide > resolution)
        {
            reduction *= 2;
        }

        return reduction;
    }

    /// <summary>Splits a reduction into what the convolution does and what pooling behind it does.</summary>
    /// <param name="reduction">What <see cref="Reduction"/> found.</param>
    /// <param name="kernel">The kernel's side where the stride is small.</param>
    /// <returns>The plan.</returns>
    public static StemPlan Plan(int reduction, int kernel)
    {
        var stride = Math.Min(reduction, LargestConvolutionStride);
        var needed = (2 * stride) - 1;
        return new StemPlan(Math.Max(kernel, needed), stride, reduction / stride);
    }

    /// <summary>Writes the stem: one convolution unit, and max pooling behind it where the input is large.</summary>
    /// <param name="input">The input.</param>
    /// <param name="width">The channels behind it.</param>
    /// <param name="plan">Its kernel, stride and pooling.</param>
    /// <returns>One Python expression a module. The class <see cref="ConvUnit"/> must be in use.</returns>
    public static IReadOnlyList<string> Make(FeatureMap input, int width, StemPlan plan) =>
        [ConvUnit.Make(input.Channels, width, plan.Kernel, plan.Stride), .. plan.Pooling];
}

/// <summary>How a stem reduces its input.</summary>
/// <param name="Kernel">The convolution's kernel, wide enough that its stride leaves no pixel out.</param>
/// <param name="Stride">The convolution's stride.</param>
/// <param name="Pool">The stride of the pooling behind it; 1 for none.</param>
internal sealed record StemPlan(int Kernel, int Stride, int Pool)
{
    /// <summary>The pooling as Python expressions: one or none.</summary>
    public IReadOnlyList<string> Pooling => Pool == 1 ? [] : [$"nn.MaxPool2d({Pool}, ceil_mode=True)"];
}
