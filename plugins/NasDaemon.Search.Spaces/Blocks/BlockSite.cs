using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>The place of a block: what comes in, and whom to ask for what the block leaves open.</summary>
/// <param name="Choices">Who answers.</param>
/// <param name="Number">The block's number, from 1.</param>
/// <param name="Input">The sizes before it.</param>
/// <param name="Level">How often the sides were halved before it.</param>
/// <param name="Widths">The widths that blocks may have.</param>
internal sealed record BlockSite(IChoices Choices, int Number, FeatureMap Input, int Level, WidthScale Widths)
{
    // Maps of fewer pixels a side leave a 3×3 kernel nothing to see.
    private const int SmallestSideToHalve = 4;

    /// <summary>The channels before the block.</summary>
    public int Channels => Input.Channels;

    /// <summary>Asks for the stride: 1 or 2, or 1 without asking where the map is small already.</summary>
    /// <returns>The stride.</returns>
    public int AskStride() => Input.LongestSide < SmallestSideToHalve ? 1 : Choices.Integer(Name("stride"), 1, 2);

    /// <summary>Asks for the output width.</summary>
    /// <param name="stride">The block's stride.</param>
    /// <returns>A multiple of 16.</returns>
    public int AskWidth(int stride) => Widths.Ask(Choices, Name("width"), Level + stride - 1);

    /// <summary>Asks for a detail of the block.</summary>
    /// <param name="detail">What it is about.</param>
    /// <param name="minimum">The smallest answer.</param>
    /// <param name="maximum">The largest answer.</param>
    /// <param name="step">The distance between two answers.</param>
    /// <returns>The answer.</returns>
    public int AskInteger(string detail, int minimum, int maximum, int step) => Choices.Integer(Name(detail), minimum, maximum, step);

    private string Name(string detail) => $"block {Number}/{detail}";
}
