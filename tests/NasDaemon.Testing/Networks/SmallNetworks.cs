using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Testing.Networks;

/// <summary>Networks that train in milliseconds, with a PyTorch source beside each that gives the same <c>state_dict</c>.</summary>
public static class SmallNetworks
{
    /// <summary>The sizes of a sample of <see cref="SyntheticImages"/>.</summary>
    public const int Channels = 3;

    /// <summary>Height and width of a sample.</summary>
    public const int Side = 8;

    /// <summary>The PyTorch source of a network that takes the samples of a batch for the steps of one sequence, each a single row.</summary>
    public const string SequenceSource =
        """
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.steps = nn.LSTM(192, 7, num_layers=2)
                self.head = nn.Linear(7, 3, bias=False)

            def forward(self, x):
                x, _ = self.steps(x.flatten(1))
                return self.head(x)
        """;

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

    /// <summary>A network that computes tables when it is made, normalises a weight, and is another one while it trains.</summary>
    public const string TwoModesSource =
        """
        import torch
        import torch.nn as nn
        import torch.nn.functional as F

        class Scale(nn.Module):
            def __init__(self, width):
                super().__init__()
                self.gate = nn.Linear(width, width)

            def forward(self, x):
                if not self.training:
                    return x
                return x * torch.sigmoid(self.gate(x))

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.patches = nn.utils.weight_norm(nn.Conv2d(3, 12, 2, stride=2))
                table = torch.zeros(16, 12)
                position = torch.arange(16).unsqueeze(1)
                speed = torch.exp(torch.arange(0, 12, 2) * -0.7)
                table[:, 0::2] = torch.sin(position * speed)
                table[:, 1::2] = torch.cos(position * speed)
                self.register_buffer("table", table)
                grid = torch.stack(torch.meshgrid(torch.arange(4), torch.arange(4), indexing="ij")).flatten(1)
                offset = grid[:, :, None] - grid[:, None, :] + 3
                self.register_buffer("places", offset[0] * 7 + offset[1])
                self.bias = nn.Parameter(torch.zeros(49))
                self.scale = Scale(12)
                self.head = nn.Linear(12, 3)
                self.head.weight.data.mul_(0.5)

            def forward(self, x):
                x = F.relu(self.patches(x)).flatten(2).transpose(1, 2) + self.table
                x = (x @ x.transpose(1, 2) / 12 + self.bias[self.places]).softmax(-1) @ x
                x = self.scale(x.mean(1))
                if self.training:
                    x = x * 0.9
                return self.head(x)
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
