namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>ReLU.</summary>
internal sealed class Rectifier : IBlock
{
    /// <inheritdoc/>
    public string Name => "ReLU";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site) => new("nn.ReLU()", site.Input);
}
