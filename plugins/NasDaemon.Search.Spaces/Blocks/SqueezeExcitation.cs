using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>EfficientNet's squeeze and excitation: weighs each channel by what all channels hold on average.</summary>
/// <remarks>Hu, Shen and Sun, "Squeeze-and-Excitation Networks", CVPR 2018, with EfficientNet's SiLU.</remarks>
internal sealed class SqueezeExcitation : IBlock
{
    private static readonly PythonClass Class = new(""""
        class SqueezeExcitation(nn.Module):
            """EfficientNet's channel attention."""

            def __init__(self, channels, squeezed):
                super().__init__()
                self.pool = nn.AdaptiveAvgPool2d(1)
                self.squeeze = nn.Conv2d(channels, squeezed, 1)
                self.excite = nn.Conv2d(squeezed, channels, 1)

            def forward(self, x):
                scale = F.silu(self.squeeze(self.pool(x)))
                return x * torch.sigmoid(self.excite(scale))
        """");

    /// <inheritdoc/>
    public string Name => "EfficientNet SqueezeExcitation";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var ratio = site.AskInteger("ratio", 4, 8, 4);
        return new PlacedBlock($"SqueezeExcitation({site.Channels}, {site.Channels / ratio})", site.Input, Class);
    }
}
