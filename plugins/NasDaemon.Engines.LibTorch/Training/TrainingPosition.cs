namespace NasDaemon.Engines.LibTorch.Training;

/// <summary>Where a training stands.</summary>
/// <param name="Epoch">Whole epochs that are done.</param>
/// <param name="Batch">Batches of the next epoch that are done.</param>
internal readonly record struct TrainingPosition(int Epoch, int Batch)
{
    /// <summary>How many numbers <see cref="Write"/> gives.</summary>
    public const int Numbers = 3;

    private const long Format = 1;

    /// <summary>The position after one more batch.</summary>
    /// <param name="batchesPerEpoch">Batches of an epoch.</param>
    /// <returns>The position.</returns>
    public TrainingPosition Next(int batchesPerEpoch) =>
        Batch + 1 < batchesPerEpoch ? this with { Batch = Batch + 1 } : new TrainingPosition(Epoch + 1, 0);

    /// <summary>The position as numbers for a checkpoint.</summary>
    /// <returns>The numbers.</returns>
    public long[] Write() => [Format, Epoch, Batch];

    /// <summary>Reads the numbers of a checkpoint.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <returns>The position; null where the numbers are of another format.</returns>
    public static TrainingPosition? Read(ReadOnlySpan<long> numbers) =>
        numbers[0] == Format ? new TrainingPosition((int)numbers[1], (int)numbers[2]) : null;
}
