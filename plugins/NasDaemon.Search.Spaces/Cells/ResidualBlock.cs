using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>The basic residual block between two stages: halves the sides.</summary>
internal static class ResidualBlock
{
    /// <summary>The class.</summary>
    /// <param name="hasOddSides">Whether it ever sees an odd side, where convolution and pooling only agree if pooling rounds up too.</param>
    /// <returns>The class.</returns>
    public static PythonClass Write(bool hasOddSides) => new(
        $$""""
        class ResidualBlock(nn.Module):
            """Halves the size between two stages."""

            def __init__(self, inputs, outputs):
                super().__init__()
                self.conv_a = ReLUConvBN(inputs, outputs, 3, stride=2)
                self.conv_b = ReLUConvBN(outputs, outputs, 3)
                self.downsample = nn.Sequential(
                    nn.AvgPool2d(2{{(hasOddSides ? ", ceil_mode=True" : "")}}),
                    nn.Conv2d(inputs, outputs, 1, bias=False),
                )

            def forward(self, x):
                return self.downsample(x) + self.conv_b(self.conv_a(x))
        """",
        [ReLUConvBN.Class]);
}
