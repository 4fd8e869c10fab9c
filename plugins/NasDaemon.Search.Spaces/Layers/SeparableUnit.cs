using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Layers;

/// <summary>Depthwise separable convolution, batch norm and an activation.</summary>
internal static class SeparableUnit
{
    /// <summary>The class with an activation.</summary>
    /// <param name="activation">The activation's module class in <c>torch.nn</c>.</param>
    /// <returns>The class.</returns>
    public static PythonClass With(string activation) => new($$""""
        class SeparableUnit(nn.Module):
            """Depthwise separable convolution, batch norm and {{activation}}."""

            def __init__(self, inputs, outputs, kernel, stride=1):
                super().__init__()
                self.depthwise = nn.Conv2d(
                    inputs, inputs, kernel, stride, kernel // 2,
                    groups=inputs, bias=False
                )
                self.pointwise = nn.Conv2d(inputs, outputs, 1, bias=False)
                self.norm = nn.BatchNorm2d(outputs)
                self.activation = nn.{{activation}}()

            def forward(self, x):
                x = self.pointwise(self.depthwise(x))
                return self.activation(self.norm(x))
        """");

    /// <summary>Makes one.</summary>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="kernel">The kernel's side; odd.</param>
    /// <param name="stride">The stride.</param>
    /// <returns>The Python expression.</returns>
    public static string Make(int inputs, int outputs, int kernel, int stride) =>
        $"SeparableUnit({inputs}, {outputs}, {kernel}{Stride.Argument(stride)})";
}
