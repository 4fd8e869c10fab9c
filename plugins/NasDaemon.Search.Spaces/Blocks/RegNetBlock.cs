using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>RegNet's ResBottleneckBlock: a residual block around a grouped convolution, its inner width the outer one.</summary>
/// <remarks>Radosavovic et al., "Designing Network Design Spaces", CVPR 2020, figure 4 (the X block, bottleneck ratio 1).</remarks>
internal sealed class RegNetBlock : IBlock
{
    private static readonly PythonClass Class = new(
        """"
        class ResBottleneckBlock(nn.Module):
            """RegNet's residual block around a grouped convolution."""

            def __init__(self, inputs, outputs, group_width, stride=1):
                super().__init__()
                groups = outputs // group_width
                self.a = ConvUnit(inputs, outputs, 1)
                self.b = nn.Sequential(
                    nn.Conv2d(
                        outputs, outputs, 3, stride, 1, groups=groups, bias=False
                    ),
                    nn.BatchNorm2d(outputs),
                    nn.ReLU(),
                )
                self.c = nn.Sequential(
                    nn.Conv2d(outputs, outputs, 1, bias=False),
                    nn.BatchNorm2d(outputs),
                )
                self.shortcut = Shortcut(inputs, outputs, stride)

            def forward(self, x):
                return F.relu(self.shortcut(x) + self.c(self.b(self.a(x))))
        """",
        [ConvUnit.WithReLU, Shortcut.Class]);

    /// <inheritdoc/>
    public string Name => "RegNet ResBottleneckBlock";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var stride = site.AskStride();
        var width = site.AskWidth(stride);
        var groupWidth = site.AskInteger("group width", 8, 16, 8);
        return new PlacedBlock(
            $"ResBottleneckBlock({site.Channels}, {width}, {groupWidth}{Stride.Argument(stride)})",
            site.Input.Through(width, stride),
            Class);
    }
}
