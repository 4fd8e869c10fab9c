namespace NasDaemon.Architectures.Tests.Fingerprints;

/// <summary>What a layer of a planned network does.</summary>
internal enum LayerKind
{
    Convolution,
    Normalisation,
    Activation,
    Pooling,
    Dropout,
    Residual,
    Shared,
    Buffer,
}

/// <summary>A layer of a planned network, on 8 channels from start to end but for the first convolution.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Choice">Which of its kind: the size of a kernel, which activation, how much is dropped.</param>
internal sealed record LayerPlan(LayerKind Kind, int Choice)
{
    public const int Choices = 3;

    public static LayerPlan Draw(Random random) => new((LayerKind)random.Next(Enum.GetValues<LayerKind>().Length), random.Next(Choices));
}
