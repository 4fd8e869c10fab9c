using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>The options of <c>block</c>.</summary>
/// <param name="MaximumBlocks">The most blocks behind the stem.</param>
/// <param name="BaseWidth">The narrowest block at full resolution.</param>
/// <param name="Resolution">The longest side behind the stem.</param>
internal sealed record BlockOptions(int MaximumBlocks, int BaseWidth, int Resolution)
{
    /// <summary>The fewest blocks behind the stem.</summary>
    public const int MinimumBlocks = 2;

    /// <summary>Every width is a multiple of this, so that every block can divide it among its branches and groups.</summary>
    public const int WidthUnit = 16;

    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new IntegerOption("max_blocks", "The most blocks behind the stem.", 6, MinimumBlocks, 32),
        new IntegerOption("base_width", "The fewest channels of a block, rounded up to a multiple of 16; each halving of the sides doubles it, each block may have up to three times as many.", 16, 16, 256),
        new IntegerOption("resolution", "The longest side behind the stem in pixels; the stem reduces larger inputs to it.", 16, 4, 512),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static BlockOptions Of(OptionValues values) => new(
        (int)values.Integer("max_blocks"),
        ((int)values.Integer("base_width") + WidthUnit - 1) / WidthUnit * WidthUnit,
        (int)values.Integer("resolution"));
}
