using NasDaemon.Reports.Html.Networks;
using NasDaemon.Reports.Networks;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Reports.Html.Tests.Networks;

public sealed class BlocksTests
{
    [Fact]
    public void Of_ConvolutionWithItsFollowers_IsOneBox()
    {
        var blocks = Blocks.Of(SmallNetworks.Convolutional(10)).Blocks;

        Assert.Equal(["input", "conv2d", "linear", "output"], blocks.Select(block => block.Name));
        Assert.Equal((OperatorKind.Weighted, (6 * 3 * 9) + 6 + 12), (blocks[1].Kind, blocks[1].Parameters));
        Assert.Contains("batch_norm → relu → dropout", blocks[1].Detail, StringComparison.Ordinal);
        Assert.Equal([1], blocks[2].Inputs.AsEnumerable());
    }

    [Fact]
    public void Of_Skip_IsAnInputOfTheSum()
    {
        var sketch = new GraphSketch(4, 8, 8);
        var start = sketch.Relu(sketch.Convolution(sketch.Input, "stem", 4, 4));
        var sum = sketch.Add(sketch.Convolution(sketch.Convolution(start, "a", 4, 4), "b", 4, 4), start);

        var blocks = Blocks.Of(sketch.Build(sketch.Relu(sum), 4)).Blocks;

        Assert.Equal([1, 3], blocks[4].Inputs.AsEnumerable());
        Assert.Equal(("add", OperatorKind.Joining), (blocks[4].Name, blocks[4].Kind));
    }

    [Fact]
    public void Of_OperatorsThatNothingDependsOn_AreLeftOut()
    {
        var sketch = new GraphSketch(4, 8, 8);
        sketch.Convolution(sketch.Input, "unused", 4, 4);

        var blocks = Blocks.Of(sketch.Build(sketch.Convolution(sketch.Input, "used", 4, 4), 4)).Blocks;

        Assert.Equal(3, blocks.Length);
    }

    [Fact]
    public void Of_ManyOperators_DrawsModulesAndTellsOneOfThem()
    {
        var sketch = new GraphSketch(4, 8, 8);
        var x = sketch.Input;
        for (var index = 0; index < 120; index++)
        {
            x = sketch.Convolution(x, $"c{index}", 4, 4);
        }

        var flat = sketch.Build(x, 4);
        var network = flat with { Nodes = [.. flat.Nodes.Select((node, index) => node with { ModulePath = $"stage{index / 10}.conv{index % 10}" })] };

        var drawn = Blocks.Of(network);
        var inside = Blocks.Of(ModuleGraph.Of(network, drawn.Repeated!)).Blocks;

        Assert.Equal(14, drawn.Blocks.Length);
        Assert.Equal("stage0: Module", drawn.Blocks[1].Name);
        Assert.Equal(["input", "conv0: conv2d"], inside.Take(2).Select(block => block.Name));
        Assert.Equal((12, network.ParameterCount / 12), (inside.Length, inside.Sum(block => block.Parameters)));
    }
}
