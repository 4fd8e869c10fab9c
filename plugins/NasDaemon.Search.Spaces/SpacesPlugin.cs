using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Spaces.Blocks;
using NasDaemon.Search.Spaces.Branching;
using NasDaemon.Search.Spaces.Cells;
using NasDaemon.Search.Spaces.Chains;
using NasDaemon.Search.Spaces.Macro;

namespace NasDaemon.Search.Spaces;

/// <summary>Brings the search spaces <c>chain</c>, <c>branching</c>, <c>cell</c> and <c>block</c>, and those of two published tables.</summary>
public sealed class SpacesPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Search spaces of convolutional networks.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        registry.AddSpace(ChainSpace.Description, context => new ChainSpace(ChainOptions.Of(context.Options)));
        registry.AddSpace(BranchingSpace.Description, context => new BranchingSpace(BranchingOptions.Of(context.Options)));
        registry.AddSpace(CellSpace.Description, context => new CellSpace(CellOptions.Of(context.Options)));
        registry.AddSpace(BlockSpace.Description, context => new BlockSpace(BlockOptions.Of(context.Options)));
        registry.AddSpace(PublishedCells.Description, _ => new CellSpace(PublishedCells.Options));
        registry.AddSpace(MacroSpace.Description, _ => new MacroSpace());
    }
}
