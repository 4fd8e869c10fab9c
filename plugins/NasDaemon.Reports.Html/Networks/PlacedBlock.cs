namespace NasDaemon.Reports.Html.Networks;

/// <summary>A box, or a piece of a connection that passes a row of boxes, at its place.</summary>
/// <param name="block">The box; -1 for a piece of a connection.</param>
/// <param name="row">Its row, from 0 at the top.</param>
internal sealed class PlacedBlock(int block, int row)
{
    private const double BoxWidth = 236;
    private const double LineWidth = 16;

    /// <summary>The box; -1 for a piece of a connection.</summary>
    public int Block { get; } = block;

    /// <summary>Its row.</summary>
    public int Row { get; } = row;

    /// <summary>What it is connected with in the row above.</summary>
    public List<PlacedBlock> Above { get; } = [];

    /// <summary>What it is connected with in the row below.</summary>
    public List<PlacedBlock> Below { get; } = [];

    /// <summary>Where its middle stands.</summary>
    public double X { get; set; }

    /// <summary>How wide it is.</summary>
    public double Width => Block >= 0 ? BoxWidth : LineWidth;
}
