using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>The cells of NAS-Bench-201 in the networks of that benchmark, for searches that its table answers.</summary>
internal static class PublishedCells
{
    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "nas-bench-201",
        "The networks of NAS-Bench-201 as published: five cells in each stage, 16 channels in the first.",
        []);

    /// <summary>The options of <c>cell</c> that give these networks.</summary>
    public static CellOptions Options { get; } = new(Cells: 5, Width: 16, Resolution: 32);
}
