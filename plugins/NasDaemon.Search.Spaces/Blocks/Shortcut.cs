using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>The shortcut of residual blocks: the identity, or a 1×1 convolution with batch norm where the shapes differ.</summary>
/// <remarks>He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, option B.</remarks>
internal static class Shortcut
{
    /// <summary>The class.</summary>
    public static PythonClass Class { get; } = new(""""
        class Shortcut(nn.Module):
            """The identity, or a projection where the shapes differ."""

            def __init__(self, inputs, outputs, stride):
                super().__init__()
                if stride == 1 and inputs == outputs:
                    self.project = nn.Identity()
                else:
                    self.project = nn.Sequential(
                        nn.Conv2d(inputs, outputs, 1, stride, bias=False),
                        nn.BatchNorm2d(outputs),
                    )

            def forward(self, x):
                return self.project(x)
        """");
}
