using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>ReLU, convolution and batch norm, in the order of the benchmark.</summary>
internal static class ReLUConvBN
{
    /// <summary>The class.</summary>
    public static PythonClass Class { get; } = new(""""
        class ReLUConvBN(nn.Module):
            """ReLU, convolution and batch norm."""

            def __init__(self, inputs, outputs, kernel, stride=1):
                super().__init__()
                self.conv = nn.Conv2d(
                    inputs, outputs, kernel, stride, kernel // 2, bias=False
                )
                self.norm = nn.BatchNorm2d(outputs)

            def forward(self, x):
                return self.norm(self.conv(F.relu(x)))
        """");
}
