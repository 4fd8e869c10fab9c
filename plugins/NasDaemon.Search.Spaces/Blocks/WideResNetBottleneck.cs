namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>Wide-ResNet's Bottleneck: the inner width is half of the outer.</summary>
/// <remarks>Zagoruyko and Komodakis, "Wide Residual Networks", BMVC 2016, in the form of the wide ResNet-50-2.</remarks>
internal sealed class WideResNetBottleneck : IBlock
{
    /// <inheritdoc/>
    public string Name => "Wide-ResNet Bottleneck";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site) => Bottleneck.Place(site, narrowing: 2);
}
