using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>ShuffleNet's InvertedResidual: half of the channels pass a depthwise branch, then both halves are shuffled.</summary>
/// <remarks>Ma et al., "ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design", ECCV 2018, figure 3c and 3d.</remarks>
internal sealed class ShuffleNetBlock : IBlock
{
    private static readonly PythonClass Depthwise = new(""""
        class Depthwise(nn.Module):
            """A depthwise convolution with batch norm."""

            def __init__(self, channels, stride):
                super().__init__()
                self.conv = nn.Conv2d(
                    channels, channels, 3, stride, 1, groups=channels, bias=False
                )
                self.norm = nn.BatchNorm2d(channels)

            def forward(self, x):
                return self.norm(self.conv(x))
        """");

    private static readonly PythonClass Unit = new(
        """"
        class InvertedResidual(nn.Module):
            """ShuffleNet's unit of stride 1, which leaves half of the channels."""

            def __init__(self, channels):
                super().__init__()
                half = channels // 2
                self.branch = nn.Sequential(
                    ConvUnit(half, half, 1),
                    Depthwise(half, 1),
                    ConvUnit(half, half, 1),
                )

            def forward(self, x):
                kept, changed = x.chunk(2, dim=1)
                x = torch.stack([kept, self.branch(changed)], dim=2)
                return x.flatten(1, 2)
        """",
        [Layers.ConvUnit.WithReLU, Depthwise]);

    private static readonly PythonClass ReducingUnit = new(
        """"
        class ReducingInvertedResidual(nn.Module):
            """ShuffleNet's unit of stride 2, whose branches both see all channels."""

            def __init__(self, inputs, outputs):
                super().__init__()
                half = outputs // 2
                self.branch1 = nn.Sequential(
                    Depthwise(inputs, 2),
                    ConvUnit(inputs, half, 1),
                )
                self.branch2 = nn.Sequential(
                    ConvUnit(inputs, half, 1),
                    Depthwise(half, 2),
                    ConvUnit(half, half, 1),
                )

            def forward(self, x):
                x = torch.stack([self.branch1(x), self.branch2(x)], dim=2)
                return x.flatten(1, 2)
        """",
        [Layers.ConvUnit.WithReLU, Depthwise]);

    /// <inheritdoc/>
    public string Name => "ShuffleNet InvertedResidual";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        if (site.AskStride() == 1)
        {
            return new PlacedBlock($"InvertedResidual({site.Channels})", site.Input, Unit);
        }

        var width = site.AskWidth(stride: 2);
        return new PlacedBlock(
            $"ReducingInvertedResidual({site.Channels}, {width})", site.Input.Through(width, 2), ReducingUnit);
    }
}
