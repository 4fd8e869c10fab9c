using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Spaces.Chains;

/// <summary>The options of <c>chain</c>.</summary>
/// <param name="MaximumStages">The most stages.</param>
/// <param name="MaximumLayers">The most layers a stage.</param>
/// <param name="BaseWidth">The narrowest first stage.</param>
/// <param name="Resolution">The longest side behind the stem.</param>
internal sealed record ChainOptions(int MaximumStages, int MaximumLayers, int BaseWidth, int Resolution)
{
    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new IntegerOption("max_stages", "The most stages; the sides are halved between two.", 3, 1, 6),
        new IntegerOption("max_layers", "The most convolutions a stage.", 2, 1, 8),
        new IntegerOption("base_width", "The fewest channels of the first stage; later stages double it, each may have up to three times as many.", 8, 2, 256),
        new IntegerOption("resolution", "The longest side of the first stage in pixels; the stem reduces larger inputs to it.", 16, 4, 512),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static ChainOptions Of(OptionValues values) => new(
        (int)values.Integer("max_stages"),
        (int)values.Integer("max_layers"),
        (int)values.Integer("base_width"),
        (int)values.Integer("resolution"));
}
