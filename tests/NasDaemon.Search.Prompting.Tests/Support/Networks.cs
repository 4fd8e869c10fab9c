using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Search.Spaces;
using NasDaemon.Testing;

namespace NasDaemon.Search.Prompting.Tests.Support;

/// <summary>Sources of networks for 28 × 28 images of ten classes.</summary>
internal static class Networks
{
    public static NetworkShape Shape { get; } = new([1, 28, 28], 10);

    public static ISpaceSampler Space { get; } = Chain();

    /// <summary>A small network with a first layer of the given width.</summary>
    public static string Convolution(int width, string extra = "") => $"""
        import torch
        import torch.nn as nn

        class Net(nn.Module):
            '''A small network.'''
            def __init__(self):
                super().__init__()
                self.conv = nn.Conv2d(1, {width}, 3, padding=1)  # keeps the size
                self.pool = nn.AdaptiveAvgPool2d(1)
                self.head = nn.Linear({width}, 10)

            def forward(self, x):
                x = torch.relu(self.conv(x)){extra}
                return self.head(torch.flatten(self.pool(x), 1))

        """;

    /// <summary>A network drawn from a space.</summary>
    public static string Drawn(long seed) => Space.Sample(new Random((int)(seed % int.MaxValue))).Source;

    private static SpaceSampler Chain()
    {
        var chain = PluginComponents.Of(new SpacesPlugin()).Spaces["chain"];
        var context = new ComponentContext(DefaultOptions.Of(chain.Description), new DaemonFolders("", "", "", "", ""), TimeProvider.System, NullLoggerFactory.Instance);
        return new SpaceSampler(chain.Create(context), Shape);
    }
}
