using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>ResNet's BasicBlock: two 3×3 convolutions with a shortcut.</summary>
/// <remarks>He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, figure 5, left.</remarks>
internal sealed class ResNetBasicBlock : IBlock
{
    private static readonly PythonClass Class = new(
        """"
        class BasicBlock(nn.Module):
            """ResNet's two convolutions with a shortcut."""

            def __init__(self, inputs, outputs, stride=1):
                super().__init__()
                self.conv1 = ConvUnit(inputs, outputs, 3, stride)
                self.conv2 = nn.Sequential(
                    nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
                    nn.BatchNorm2d(outputs),
                )
                self.shortcut = Shortcut(inputs, outputs, stride)

            def forward(self, x):
                return F.relu(self.shortcut(x) + self.conv2(self.conv1(x)))
        """",
        [ConvUnit.WithReLU, Shortcut.Class]);

    /// <inheritdoc/>
    public string Name => "ResNet BasicBlock";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var stride = site.AskStride();
        var width = site.AskWidth(stride);
        return new PlacedBlock(
            $"BasicBlock({site.Channels}, {width}{Stride.Argument(stride)})", site.Input.Through(width, stride), Class);
    }
}
