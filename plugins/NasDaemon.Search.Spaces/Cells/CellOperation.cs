using System.Collections.Immutable;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>One of the operations that an edge of the cell may have.</summary>
/// <param name="Name">Its published name.</param>
/// <param name="Module">The Python expression of its module; null where it has none.</param>
internal sealed record CellOperation(string Name, string? Module)
{
    /// <summary>No connection.</summary>
    public static CellOperation None { get; } = new("none", null);

    /// <summary>The node itself.</summary>
    public static CellOperation Skip { get; } = new("skip_connect", null);

    /// <summary>Average pooling.</summary>
    public static CellOperation Pool { get; } = new("avg_pool_3x3", "nn.AvgPool2d(3, 1, 1, count_include_pad=False)");

    /// <summary>All of them in the published order.</summary>
    public static ImmutableArray<CellOperation> All { get; } =
    [
        None,
        Skip,
        new("nor_conv_1x1", "ReLUConvBN(channels, channels, 1)"),
        new("nor_conv_3x3", "ReLUConvBN(channels, channels, 3)"),
        Pool,
    ];

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(operation => operation.Name)];

    /// <summary>Whether it has weights, so that even a node of zeros may come out as something else.</summary>
    public bool HasWeights => Module is not null && this != Pool;

    /// <summary>Finds an operation.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The operation.</returns>
    public static CellOperation Named(string name) => All.Single(operation => operation.Name == name);
}
