namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>ResNeXt's Bottleneck: the inner width is half of the outer, in groups of four channels.</summary>
/// <remarks>Xie et al., "Aggregated Residual Transformations for Deep Neural Networks", CVPR 2017, figure 3c (the 32×4d template).</remarks>
internal sealed class ResNeXtBottleneck : IBlock
{
    /// <inheritdoc/>
    public string Name => "ResNeXt Bottleneck";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site) => Bottleneck.Place(site, narrowing: 2, groupWidth: 4);
}
