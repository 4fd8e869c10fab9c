using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Bayesian.Tests;

/// <summary>A space of small networks: two layers, each of one of four widths, one of two activations, with or without a skip.</summary>
internal sealed class SmallSpace : ISearchSpace
{
    /// <summary>How many networks it has.</summary>
    public const int Count = 4 * 4 * 2 * 2;

    public string Build(IChoices choices, NetworkShape shape)
    {
        var first = choices.Integer("first", 4, 10, 2);
        var second = choices.Integer("second", 4, 10, 2);
        var activation = choices.Pick("activation", ["ReLU", "Tanh"]);
        var isSkipped = choices.Pick("skip", ["no", "yes"]) == "yes";
        return $$"""
            import torch.nn as nn

            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.first = nn.Linear({{shape.Input.Aggregate(1, (product, side) => product * side)}}, {{first}})
                    self.act = nn.{{activation}}()
                    self.second = nn.Linear({{first}}, {{second}})
                    self.skip = nn.Linear({{first}}, {{second}})
                    self.head = nn.Linear({{second}}, {{shape.Outputs}})

                def forward(self, x):
                    x = self.act(self.first(x.flatten(1)))
                    return self.head(self.act(self.second(x)){{(isSkipped ? " + self.skip(x)" : "")}})

            """;
    }
}
