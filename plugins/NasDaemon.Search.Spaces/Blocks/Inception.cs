using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>GoogLeNet's Inception: four branches side by side. They share the width in the proportions of the paper's first module.</summary>
/// <remarks>Szegedy et al., "Going Deeper with Convolutions", CVPR 2015, figure 2b and table 1, row "inception (3a)".</remarks>
internal sealed class Inception : IBlock
{
    private static readonly PythonClass Class = new(
        """"
        class Inception(nn.Module):
            """GoogLeNet's four branches, concatenated."""

            def __init__(self, inputs, outputs):
                super().__init__()
                self.branch1 = ConvUnit(inputs, outputs // 4, 1)
                self.branch2 = nn.Sequential(
                    ConvUnit(inputs, outputs * 3 // 8, 1),
                    ConvUnit(outputs * 3 // 8, outputs // 2, 3),
                )
                self.branch3 = nn.Sequential(
                    ConvUnit(inputs, outputs // 16, 1),
                    ConvUnit(outputs // 16, outputs // 8, 5),
                )
                self.branch4 = nn.Sequential(
                    nn.MaxPool2d(3, stride=1, padding=1),
                    ConvUnit(inputs, outputs // 8, 1),
                )

            def forward(self, x):
                branches = [
                    self.branch1(x),
                    self.branch2(x),
                    self.branch3(x),
                    self.branch4(x),
                ]
                return torch.cat(branches, dim=1)
        """",
        [ConvUnit.WithReLU]);

    /// <inheritdoc/>
    public string Name => "GoogLeNet Inception";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var width = site.AskWidth(stride: 1);
        return new PlacedBlock($"Inception({site.Channels}, {width})", site.Input.Through(width), Class);
    }
}
