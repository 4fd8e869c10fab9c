using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Testing.Networks;

/// <summary>Networks that train in milliseconds, with a PyTorch source beside each that gives the same <c>state_dict</c>.</summary>
public static class SmallNetworks
{
    /// <summary>The sizes of a sample of <see cref="SyntheticImages"/>.</summary>
    public const int Channels = 3;

    /// <summary>Height and width of a sample.</summary>
    public const int Side = 8;

    /// <summary>The PyTorch source of a network with attention over interleaved heads, a residual and a depthwise convolution.</summary>
    public const string AttentionSource =
        """
        import torch
        import torch.nn as nn
        import torch.nn.functional as F

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.patches = nn.Conv2d(3, 12, 2, stride=2)
                self.mix = nn.Conv2d(12, 12, 3, padding=1, groups=12)
                self.norm = nn.LayerNorm(12)
                self.qkv = nn.Linear(12, 36)
                self.head = nn.Linear(12, 3)

            def forward(self, x):
                x = self.patches(x)
                x = F.relu(x + self.mix(x))
                x = x.flatten(2).transpose(1, 2)
                batch, tokens, width = x.shape
                qkv = self.qkv(self.norm(x)).reshape(batch, tokens, 3, 3, 4).permute(2, 0, 3, 1, 4)
                weights = F.softmax(qkv[0] @ qkv[1].transpose(-2, -1) * 0.5, dim=-1)
                x = x + (weights @ qkv[2]).transpose(1, 2).reshape(batch, tokens, width)
                return self.head(x.mean(1))
        """;

    /// <summary>The PyTorch source of <see cref="Convolutional"/>.</summary>
    public const string ConvolutionalSource =
        """
        class Net(torch.nn.Module):
            def __init__(self, outputs, dropout):
                super().__init__()
                self.features = torch.nn.Sequential(
                    torch.nn.Conv2d(3, 6, 3, padding=1), torch.nn.BatchNorm2d(6), torch.nn.ReLU(), torch.nn.Dropout(dropout))
                self.head = torch.nn.Linear(6 * 8 * 8, outputs)

            def forward(self, x):
                return self.head(self.features(x).flatten(1))
        """;

    /// <summary>A convolution, batch normalisation, ReLU, dropout and a linear layer.</summary>
    /// <param name="outputs">How many outputs.</param>
    /// <param name="dropout">The share of dropout.</param>
    /// <returns>The network.</returns>
    public static Architecture Convolutional(int outputs, double dropout = 0.2)
    {
        var sketch = new GraphSketch(Channels, Side, Side);
        var x = sketch.Convolution(sketch.Input, "features.0", Channels, 6);
        x = sketch.Relu(sketch.BatchNormalisation(x, "features.1", 6));
        x = sketch.Flatten(sketch.Dropout(x, dropout), 6 * Side * Side);
        return sketch.Build(sketch.Linear(x, "head", 6 * Side * Side, outputs), outputs);
    }

    /// <summary>A linear layer to whose outputs an extra input is added.</summary>
    /// <param name="outputs">How many outputs.</param>
    /// <returns>The network.</returns>
    public static Architecture WithExtraInput(int outputs)
    {
        var sketch = new GraphSketch(Channels, Side, Side);
        var x = sketch.Linear(sketch.Flatten(sketch.Input, Channels * Side * Side), "head", Channels * Side * Side, outputs);
        return sketch.Build(sketch.Add(x, sketch.ExtraInput(outputs)), outputs);
    }
}
