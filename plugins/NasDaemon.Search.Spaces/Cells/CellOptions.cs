using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>The options of <c>cell</c>.</summary>
/// <param name="Cells">Cells a stage.</param>
/// <param name="Width">Channels of the first stage.</param>
/// <param name="Resolution">The longest side behind the stem.</param>
internal sealed record CellOptions(int Cells, int Width, int Resolution)
{
    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new IntegerOption("cells", "Cells in each of the three stages; 5 as published.", 1, 1, 20),
        new IntegerOption("width", "Channels of the first stage, doubled by each later one; 16 as published.", 16, 1, 256),
        new IntegerOption("resolution", "The longest side of the first stage in pixels; the stem reduces larger inputs to it. 32 as published; 16 costs a quarter.", 32, 4, 512),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static CellOptions Of(OptionValues values) => new(
        (int)values.Integer("cells"),
        (int)values.Integer("width"),
        (int)values.Integer("resolution"));
}
