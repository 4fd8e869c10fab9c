using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Search.Spaces.Blocks;
using NasDaemon.Search.Spaces.Branching;
using NasDaemon.Search.Spaces.Cells;
using NasDaemon.Search.Spaces.Chains;
using NasDaemon.Testing;

namespace NasDaemon.Search.Spaces.Tests;

/// <summary>The spaces of the plugin.</summary>
internal static class SpaceCatalogue
{
    public static NetworkShape Digits { get; } = new([1, 28, 28], 10);

    public static string[] Names { get; } = ["chain", "branching", "cell", "block"];

    public static TheoryData<string> Theory { get; } = [.. Names];

    public static ComponentDescription Describe(string name) => name switch
    {
        "chain" => ChainSpace.Description,
        "branching" => BranchingSpace.Description,
        "cell" => CellSpace.Description,
        _ => BlockSpace.Description,
    };

    public static ISearchSpace Create(string name, OptionValues options) => name switch
    {
        "chain" => new ChainSpace(ChainOptions.Of(options)),
        "branching" => new BranchingSpace(BranchingOptions.Of(options)),
        "cell" => new CellSpace(CellOptions.Of(options)),
        _ => new BlockSpace(BlockOptions.Of(options)),
    };

    public static SpaceSampler Sampler(string name, NetworkShape shape) => new(Create(name, DefaultOptions.Of(Describe(name))), shape);
}
