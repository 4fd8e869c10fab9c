using System.Collections.Immutable;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>A network as boxes.</summary>
/// <param name="Blocks">The boxes: input first, output last.</param>
/// <param name="Repeated">Where whole modules are one box each, one of them that stands for the others of its class; else null.</param>
internal sealed record NetworkSketch(ImmutableArray<Block> Blocks, NodeGroup? Repeated);
