namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>Average pooling over 3×3 pixels.</summary>
internal sealed class AveragePool : IBlock
{
    /// <inheritdoc/>
    public string Name => "GoogLeNet average pool";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var stride = site.AskStride();
        return new PlacedBlock($"nn.AvgPool2d(3, stride={stride}, padding=1)", site.Input.Through(site.Channels, stride));
    }
}
