using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>RegNet's stem: a 3×3 convolution of stride 2, batch norm, ReLU.</summary>
/// <remarks>Radosavovic et al., "Designing Network Design Spaces", CVPR 2020, section 3.2.</remarks>
internal sealed class RegNetStem : IBlock
{
    private static readonly PythonClass Class = new(""""
        class SimpleStem(nn.Module):
            """RegNet's stem, which halves the size."""

            def __init__(self, inputs, outputs):
                super().__init__()
                self.conv = nn.Conv2d(inputs, outputs, 3, 2, 1, bias=False)
                self.norm = nn.BatchNorm2d(outputs)

            def forward(self, x):
                return F.relu(self.norm(self.conv(x)))
        """");

    /// <inheritdoc/>
    public string Name => "RegNet Stem";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var width = site.AskWidth(stride: 2);
        return new PlacedBlock($"SimpleStem({site.Channels}, {width})", site.Input.Through(width, 2), Class);
    }
}
