using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Layers;

/// <summary>Convolution, batch norm and an activation.</summary>
internal static class ConvUnit
{
    /// <summary>The class with ReLU.</summary>
    public static PythonClass WithReLU { get; } = With("ReLU");

    /// <summary>The class with an activation.</summary>
    /// <param name="activation">The activation's module class in <c>torch.nn</c>.</param>
    /// <returns>The class.</returns>
    public static PythonClass With(string activation) => new($$""""
        class ConvUnit(nn.Module):
            """Convolution, batch norm and {{activation}}."""

            def __init__(self, inputs, outputs, kernel, stride=1):
                super().__init__()
                self.conv = nn.Conv2d(
                    inputs, outputs, kernel, stride, kernel // 2, bias=False
                )
                self.norm = nn.BatchNorm2d(outputs)
                self.activation = nn.{{activation}}()

            def forward(self, x):
                return self.activation(self.norm(self.conv(x)))
        """");

    /// <summary>Makes one.</summary>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="kernel">The kernel's side; odd.</param>
    /// <param name="stride">The stride.</param>
    /// <returns>The Python expression.</returns>
    public static string Make(int inputs, int outputs, int kernel, int stride = 1) =>
        $"ConvUnit({inputs}, {outputs}, {kernel}{Stride.Argument(stride)})";
}
