using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Evolution.Regularised;
using NasDaemon.Search.Spaces.Blocks;
using NasDaemon.Search.Spaces.Branching;
using NasDaemon.Search.Spaces.Cells;
using NasDaemon.Search.Spaces.Chains;
using NasDaemon.Testing;

namespace NasDaemon.Search.Evolution.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void SearchPage_EveryOption_StandsWithItsDefaultAndRange()
    {
        var page = File.ReadAllText(Repository.Combine("docs", "search.md"));
        ComponentDescription[] components =
            [ChainSpace.Description, BranchingSpace.Description, CellSpace.Description, BlockSpace.Description, RegularisedEvolution.Description];

        Assert.All(components, component =>
        {
            var section = page.Split($"### `{component.Name}`\n")[1].Split("\n### ")[0];
            Assert.All(component.Options, option => Assert.Contains(Row(option), section, StringComparison.Ordinal));
        });
    }

    private static string Row(OptionDefinition option) => option switch
    {
        IntegerOption integer => $"| `{integer.Name}` | {integer.Default} | {integer.Minimum} to {integer.Maximum} |",
        NumberOption number => FormattableString.Invariant($"| `{number.Name}` | {number.Default} | {number.Minimum} to {number.Maximum} |"),
        _ => option.Name,
    };
}
