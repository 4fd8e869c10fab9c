using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Spaces.Sources;

/// <summary>The widths that a layer may have: one to three times a base that doubles with each halving of the sides.</summary>
/// <param name="Base">The narrowest width at full resolution.</param>
/// <param name="Step">The distance between two widths there.</param>
internal sealed record WidthScale(int Base, int Step)
{
    // Deeper than this, doubling would cost more parameters than the small maps there are worth.
    private const int HighestLevel = 4;

    /// <summary>Asks for a width.</summary>
    /// <param name="choices">Who answers.</param>
    /// <param name="name">The decision's name.</param>
    /// <param name="level">How often the sides were halved.</param>
    /// <returns>The width.</returns>
    public int Ask(IChoices choices, string name, int level)
    {
        var factor = 1 << Math.Min(level, HighestLevel);
        return choices.Integer(name, Base * factor, 3 * Base * factor, Step * factor);
    }
}
