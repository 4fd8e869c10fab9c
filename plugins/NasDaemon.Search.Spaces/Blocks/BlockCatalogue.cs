using System.Collections.Immutable;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>The blocks that <c>block</c> chooses from.</summary>
/// <remarks>The block set of GPT-NAS: Yu et al., 2023, arXiv 2305.05351.</remarks>
internal static class BlockCatalogue
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<IBlock> All { get; } =
    [
        new ConvNormActivation(),
        new SqueezeExcitation(),
        new Inception(),
        new AveragePool(),
        new RegNetBlock(),
        new RegNetStem(),
        new ResNetBottleneck(),
        new ResNetBasicBlock(),
        new ResNeXtBottleneck(),
        new ShuffleNetBlock(),
        new WideResNetBottleneck(),
        new MaxPool(),
        new BatchNorm(),
        new Rectifier(),
        new Convolution(),
    ];

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(block => block.Name)];

    /// <summary>Finds a block.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The block.</returns>
    public static IBlock Named(string name) => All.Single(block => block.Name == name);
}
