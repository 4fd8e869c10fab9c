using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Macro;

/// <summary>What stands for the identity where the shape changes.</summary>
internal static class Projection
{
    /// <summary>The class.</summary>
    public static PythonClass Class { get; } = new(""""
        class Projection(nn.Module):
            """Halves the sides and changes the width, and no more."""

            def __init__(self, inputs, outputs):
                super().__init__()
                self.conv = nn.Conv2d(inputs, outputs, 1, 2, bias=False)
                self.norm = nn.BatchNorm2d(outputs)

            def forward(self, x):
                return self.norm(self.conv(x))
        """");
}
