namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>Max pooling over 3×3 pixels.</summary>
internal sealed class MaxPool : IBlock
{
    /// <inheritdoc/>
    public string Name => "max pool";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var stride = site.AskStride();
        return new PlacedBlock($"nn.MaxPool2d(3, stride={stride}, padding=1)", site.Input.Through(site.Channels, stride));
    }
}
