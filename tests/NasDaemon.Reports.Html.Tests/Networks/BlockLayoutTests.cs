using System.Collections.Immutable;
using NasDaemon.Reports.Html.Networks;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Reports.Html.Tests.Networks;

public sealed class BlockLayoutTests
{
    [Fact]
    public void Of_Chain_IsOneColumn()
    {
        var layout = BlockLayout.Of([Box(), Box(0), Box(1), Box(2)]);

        Assert.Equal(4, layout.Rows.Count);
        Assert.Single(layout.Rows.SelectMany(row => row).Select(place => Math.Round(place.X)).Distinct());
    }

    [Fact]
    public void Of_Skip_PassesTheBoxBesideIt()
    {
        var layout = BlockLayout.Of([Box(), Box(0), Box(1, 0), Box(2)]);

        var skip = Assert.Single(layout.Connections, connection => connection.Length > 2);
        var passed = layout.Rows[1].Single(place => place.Block == 1);
        Assert.Equal([0, -1, 2], skip.Select(place => place.Block));
        Assert.True(Math.Abs(skip[1].X - passed.X) > passed.Width / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_AnyGraph_PutsNothingOverAnything(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<Block> blocks = [Box(), .. Enumerable.Range(1, 40).Select(index => Box([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(Math.Max(0, index - 6), index)).Distinct()]))];

        var layout = BlockLayout.Of(blocks);

        foreach (var row in layout.Rows)
        {
            Assert.All(row.Zip(row.Skip(1)), pair => Assert.True(pair.First.X + (pair.First.Width / 2) < pair.Second.X - (pair.Second.Width / 2)));
            Assert.All(row, place => Assert.InRange(place.X, place.Width / 2, layout.Width - (place.Width / 2)));
        }

        Assert.Equal(blocks.Sum(block => block.Inputs.Length), layout.Connections.Count);
        Assert.All(layout.Connections, connection => Assert.Equal(connection.Length - 1, connection[^1].Row - connection[0].Row));
    }

    private static Block Box(params ImmutableArray<int> inputs) => new("box", string.Empty, "N×1", OperatorKind.Other, inputs, 0, 0);
}
