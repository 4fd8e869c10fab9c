using System.Collections.Immutable;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Layers;

/// <summary>The kinds of layer that <c>chain</c> and <c>branching</c> choose from.</summary>
/// <param name="Name">The option's text.</param>
/// <param name="Kernel">The kernel's side.</param>
/// <param name="IsSeparable">Whether the convolution is depthwise separable.</param>
internal sealed record LayerKind(string Name, int Kernel, bool IsSeparable)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<LayerKind> All { get; } =
    [
        new("conv 3", 3, false),
        new("conv 5", 5, false),
        new("separable 3", 3, true),
        new("separable 5", 5, true),
    ];

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(kind => kind.Name)];

    /// <summary>The activations that a network may use throughout.</summary>
    public static ImmutableArray<string> Activations { get; } = ["ReLU", "LeakyReLU", "SiLU"];

    /// <summary>Finds a kind.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The kind.</returns>
    public static LayerKind Named(string name) => All.Single(kind => kind.Name == name);

    /// <summary>Makes a layer.</summary>
    /// <param name="source">Gets the helper class.</param>
    /// <param name="activation">The network's activation.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="stride">The stride.</param>
    /// <returns>The Python expression.</returns>
    public string Make(NetworkSource source, string activation, int inputs, int outputs, int stride)
    {
        source.Use(IsSeparable ? SeparableUnit.With(activation) : ConvUnit.With(activation));
        return IsSeparable
            ? SeparableUnit.Make(inputs, outputs, Kernel, stride)
            : ConvUnit.Make(inputs, outputs, Kernel, stride);
    }
}
