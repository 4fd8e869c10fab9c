using System.Collections.Immutable;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>A kind of block: its Python class, and its rule for sizes.</summary>
internal interface IBlock
{
    /// <summary>The option's text.</summary>
    string Name { get; }

    /// <summary>Places the block behind another.</summary>
    /// <param name="site">Where it stands; asks for what the block leaves open.</param>
    /// <returns>The block as it is written, and the sizes behind it.</returns>
    PlacedBlock Place(BlockSite site);
}

/// <summary>A block in its place.</summary>
/// <param name="Expression">The Python expression that makes it.</param>
/// <param name="Output">The sizes behind it.</param>
/// <param name="Classes">The helper classes that the expression names.</param>
internal sealed record PlacedBlock(string Expression, FeatureMap Output, params ImmutableArray<PythonClass> Classes);
