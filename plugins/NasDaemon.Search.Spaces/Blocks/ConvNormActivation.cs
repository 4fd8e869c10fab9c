using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>EfficientNet's unit: convolution, batch norm, SiLU.</summary>
/// <remarks>Tan and Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks", ICML 2019.</remarks>
internal sealed class ConvNormActivation : IBlock
{
    private static readonly PythonClass Class = new(""""
        class ConvNormActivation(nn.Module):
            """EfficientNet's unit: convolution, batch norm, SiLU."""

            def __init__(self, inputs, outputs, kernel, stride=1):
                super().__init__()
                self.conv = nn.Conv2d(
                    inputs, outputs, kernel, stride, kernel // 2, bias=False
                )
                self.norm = nn.BatchNorm2d(outputs)

            def forward(self, x):
                return F.silu(self.norm(self.conv(x)))
        """");

    /// <inheritdoc/>
    public string Name => "EfficientNet ConvNormActivation";

    /// <inheritdoc/>
    public PlacedBlock Place(BlockSite site)
    {
        var stride = site.AskStride();
        var width = site.AskWidth(stride);
        var kernel = site.AskInteger("kernel", 3, 5, 2);
        return new PlacedBlock(
            $"ConvNormActivation({site.Channels}, {width}, {kernel}{Stride.Argument(stride)})",
            site.Input.Through(width, stride),
            Class);
    }
}
