namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>ResNet's Bottleneck: the inner width is a quarter of the outer.</summary>
/// <remarks>He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, figure 5, right.</remarks>
internal sealed class ResNetBottleneck : IBlock
{
    /// <inheritdoc/>
    public string Name => "ResNet Bottleneck";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site) => Bottleneck.Place(site, narrowing: 4);
}
