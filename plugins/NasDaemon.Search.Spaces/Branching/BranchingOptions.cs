using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Spaces.Branching;

/// <summary>The options of <c>branching</c>.</summary>
/// <param name="MaximumLayers">The most layers behind the stem.</param>
/// <param name="BaseWidth">The narrowest layer at full resolution.</param>
/// <param name="Resolution">The longest side behind the stem.</param>
internal sealed record BranchingOptions(int MaximumLayers, int BaseWidth, int Resolution)
{
    /// <summary>The fewest layers behind the stem.</summary>
    public const int MinimumLayers = 2;

    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new IntegerOption("max_layers", "The most convolutions behind the stem.", 6, MinimumLayers, 32),
        new IntegerOption("base_width", "The fewest channels of a layer; each halving of the sides doubles it, each layer may have up to three times as many.", 8, 2, 256),
        new IntegerOption("resolution", "The longest side behind the stem in pixels; the stem reduces larger inputs to it.", 16, 4, 512),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static BranchingOptions Of(OptionValues values) => new(
        (int)values.Integer("max_layers"),
        (int)values.Integer("base_width"),
        (int)values.Integer("resolution"));
}
