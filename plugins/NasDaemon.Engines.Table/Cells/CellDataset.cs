using System.Collections.Immutable;

namespace NasDaemon.Engines.Table.Cells;

/// <summary>A data set of NAS-Bench-201.</summary>
/// <param name="Name">Its name in tasks.</param>
/// <param name="Column">What its columns end with.</param>
/// <param name="SecondsColumn">The column of the seconds that the full training took.</param>
/// <param name="ValidationSamples">The validation samples of the benchmark's own split.</param>
/// <param name="TestSamples">The test samples of that split.</param>
internal sealed record CellDataset(string Name, string Column, string SecondsColumn, int ValidationSamples, int TestSamples)
{
    /// <summary>The epochs of the short training.</summary>
    public const int ShortEpochs = 12;

    /// <summary>The epochs of the full training.</summary>
    public const int FullEpochs = 200;

    /// <summary>All of them.</summary>
    public static ImmutableArray<CellDataset> All { get; } =
    [
        new("cifar10", "c10", "train_s200_c10valid", 25_000, 10_000),
        new("cifar100", "c100", "train_s200_c100", 5_000, 5_000),
        new(TabulatedDatasets.ImageNet, "in16", "train_s200_in16", 3_000, 3_000),
    ];
}
