using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Search.Spaces.Blocks;
using NasDaemon.Search.Spaces.Branching;
using NasDaemon.Search.Spaces.Cells;
using NasDaemon.Search.Spaces.Chains;
using NasDaemon.Testing;

namespace NasDaemon.Search.Spaces.Tests;

/// <summary>The spaces of the plugin with their default options.</summary>
internal static class SpaceCatalogue
{
    public static NetworkShape Digits { get; } = new([1, 28, 28], 10);

    public static TheoryData<string> Names { get; } = ["chain", "branching", "cell", "block"];

    public static ISearchSpace Create(string name) => name switch
    {
        "chain" => new ChainSpace(ChainOptions.Of(Defaults(ChainSpace.Description))),
        "branching" => new BranchingSpace(BranchingOptions.Of(Defaults(BranchingSpace.Description))),
        "cell" => new CellSpace(CellOptions.Of(Defaults(CellSpace.Description))),
        _ => new BlockSpace(BlockOptions.Of(Defaults(BlockSpace.Description))),
    };

    public static SpaceSampler Sampler(string name, NetworkShape shape) => new(Create(name), shape);

    private static OptionValues Defaults(ComponentDescription description) => DefaultOptions.Of(description);
}
