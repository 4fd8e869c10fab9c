using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>The bottleneck that ResNet, ResNeXt and Wide-ResNet share; they differ in its inner width and its groups.</summary>
internal static class Bottleneck
{
    private static readonly PythonClass Class = new(
        """"
        class Bottleneck(nn.Module):
            """A 3x3 convolution between two 1x1 ones, with a shortcut."""

            def __init__(self, inputs, inner, outputs, stride=1, groups=1):
                super().__init__()
                self.narrow = ConvUnit(inputs, inner, 1)
                self.conv = nn.Sequential(
                    nn.Conv2d(
                        inner, inner, 3, stride, 1, groups=groups, bias=False
                    ),
                    nn.BatchNorm2d(inner),
                    nn.ReLU(),
                )
                self.widen = nn.Sequential(
                    nn.Conv2d(inner, outputs, 1, bias=False),
                    nn.BatchNorm2d(outputs),
                )
                self.shortcut = Shortcut(inputs, outputs, stride)

            def forward(self, x):
                residual = self.widen(self.conv(self.narrow(x)))
                return F.relu(self.shortcut(x) + residual)
        """",
        [ConvUnit.WithReLU, Shortcut.Class]);

    /// <summary>Places a bottleneck.</summary>
    /// <param name="site">Where it stands.</param>
    /// <param name="narrowing">How many times the output is wider than the inner convolution.</param>
    /// <param name="groupWidth">Channels a group of the inner convolution; null for one group.</param>
    /// <returns>The block in its place.</returns>
    public static PlacedBlock Place(BlockSite site, int narrowing, int? groupWidth = null)
    {
        var stride = site.AskStride();
        var width = site.AskWidth(stride);
        var inner = width / narrowing;
        var groups = groupWidth is { } channels ? $", groups={inner / channels}" : "";
        return new PlacedBlock(
            $"Bottleneck({site.Channels}, {inner}, {width}{Stride.Argument(stride)}{groups})",
            site.Input.Through(width, stride),
            Class);
    }
}
