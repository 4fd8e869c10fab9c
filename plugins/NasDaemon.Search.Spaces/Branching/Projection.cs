using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Branching;

/// <summary>A 1×1 convolution with batch norm that gives a skip the width and the sides of the layer that it joins.</summary>
internal static class Projection
{
    /// <summary>The class.</summary>
    public static PythonClass Class { get; } = new(""""
        class Projection(nn.Module):
            """Gives a skip the width and the size of the layer that it joins."""

            def __init__(self, inputs, outputs, stride=1):
                super().__init__()
                self.conv = nn.Conv2d(inputs, outputs, 1, stride, bias=False)
                self.norm = nn.BatchNorm2d(outputs)

            def forward(self, x):
                return self.norm(self.conv(x))
        """");

    /// <summary>Makes one.</summary>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="stride">The stride.</param>
    /// <returns>The Python expression.</returns>
    public static string Make(int inputs, int outputs, int stride) => $"Projection({inputs}, {outputs}{Stride.Argument(stride)})";
}
