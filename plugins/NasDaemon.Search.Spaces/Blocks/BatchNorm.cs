namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>Batch normalisation.</summary>
internal sealed class BatchNorm : IBlock
{
    /// <inheritdoc/>
    public string Name => "batch norm";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site) => new($"nn.BatchNorm2d({site.Channels})", site.Input);
}
