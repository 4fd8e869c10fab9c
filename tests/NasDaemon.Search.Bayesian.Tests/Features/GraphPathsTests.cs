using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Tests.Features;

public sealed class GraphPathsTests
{
    [Fact]
    public void Of_BranchBetweenTwoLayers_ListsTheWaysOfThatPieceAndTheRest()
    {
        var paths = Paths("""
            x = self.a(x)
            x = torch.relu(self.b(x)) + x
            return self.head(x.mean((2, 3)))
            """);

        Assert.Equal(["conv2d 3x3", "linear", "mean", "way", "way|conv2d 1x1|relu"], paths);
    }

    [Fact]
    public void Of_WhatOnlyPassesOn_Vanishes() =>
        Assert.Equal(
            Paths("return self.head(self.a(x).mean((2, 3)))"),
            Paths("return self.head(nn.functional.dropout(nn.Identity()(self.a(x)), 0.5).mean((2, 3)).flatten(1))"));

    [Fact]
    public void Of_WhatTheOutputDoesNotNeed_IsLeftOut() =>
        Assert.Equal(Paths("return self.head(self.a(x).mean((2, 3)))"), Paths("y = self.b(self.a(x))\nreturn self.head(self.a(x).mean((2, 3)))"));

    [Fact]
    public void Of_ExponentiallyManyWays_AreCutOff()
    {
        var paths = Paths("""
            x = self.a(x)
            z = x
            for i in range(30):
                y = torch.relu(x)
                x, z = y + x + z, y
            return self.head((x * z).mean((2, 3)))
            """);

        Assert.InRange(paths.Count, 2, 70);
    }

    private static List<string> Paths(string forward)
    {
        var source = $$"""
            import torch
            import torch.nn as nn

            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.a = nn.Conv2d(3, 8, 3, padding=1)
                    self.b = nn.Conv2d(8, 8, 1)
                    self.head = nn.Linear(8, 10)

                def forward(self, x):
                    {{forward.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            """;
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(new NetworkShape([3, 8, 8], 10)));
        Assert.True(traced.IsAccepted, traced.Failure?.Message);
        return [.. GraphPaths.Of(LiveGraph.Of(traced.Architecture)).Order(StringComparer.Ordinal)];
    }
}
