using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Macro;

/// <summary>MobileNetV2's block: widened, convolved channel by channel, narrowed; with a shortcut where the shape stays.</summary>
/// <remarks>Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018, table 1, with plain ReLU.</remarks>
internal static class InvertedResidual
{
    /// <summary>The class.</summary>
    public static PythonClass Class { get; } = new(""""
        class InvertedResidual(nn.Module):
            """MobileNetV2's block; it halves the sides where it changes the width."""

            def __init__(self, inputs, outputs, expansion, kernel):
                super().__init__()
                hidden = inputs * expansion
                stride = 1 if inputs == outputs else 2
                self.has_shortcut = inputs == outputs
                self.layers = nn.Sequential(
                    nn.Conv2d(inputs, hidden, 1, bias=False),
                    nn.BatchNorm2d(hidden),
                    nn.ReLU(),
                    nn.Conv2d(
                        hidden, hidden, kernel, stride, kernel // 2,
                        groups=hidden, bias=False,
                    ),
                    nn.BatchNorm2d(hidden),
                    nn.ReLU(),
                    nn.Conv2d(hidden, outputs, 1, bias=False),
                    nn.BatchNorm2d(outputs),
                )

            def forward(self, x):
                if self.has_shortcut:
                    return self.layers(x) + x
                return self.layers(x)
        """");
}
