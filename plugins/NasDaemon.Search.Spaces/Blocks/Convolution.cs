using NasDaemon.Search.Spaces.Layers;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>A plain convolution with bias.</summary>
internal sealed class Convolution : IBlock
{
    /// <inheritdoc/>
    public string Name => "convolution";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var stride = site.AskStride();
        var width = site.AskWidth(stride);
        var kernel = site.AskInteger("kernel", 1, 5, 2);
        var padding = kernel == 1 ? "" : $", padding={kernel / 2}";
        return new PlacedBlock(
            $"nn.Conv2d({site.Channels}, {width}, {kernel}{Stride.Argument(stride)}{padding})",
            site.Input.Through(width, stride));
    }
}
