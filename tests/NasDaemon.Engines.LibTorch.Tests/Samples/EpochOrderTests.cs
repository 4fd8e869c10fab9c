using NasDaemon.Engines.LibTorch.Samples;

namespace NasDaemon.Engines.LibTorch.Tests.Samples;

public sealed class EpochOrderTests
{
    private static readonly int[] Samples = [.. Enumerable.Range(100, 1000)];

    [Fact]
    public void Of_AnyEpoch_HoldsEverySampleOnce() =>
        Assert.Equal(Samples, new EpochOrder(Samples, seed: 1).Of(3).ToArray().Order());

    [Fact]
    public void Of_TheSameEpochAfterAnother_GivesTheSameOrder()
    {
        var order = new EpochOrder(Samples, seed: 1);
        var first = order.Of(0).ToArray();

        Assert.NotEqual(first, order.Of(1).ToArray());
        Assert.Equal(first, order.Of(0).ToArray());
    }

    [Fact]
    public void Of_AnotherSeed_GivesAnotherOrder() =>
        Assert.NotEqual(new EpochOrder(Samples, seed: 1).Of(0).ToArray(), new EpochOrder(Samples, seed: 2).Of(0).ToArray());
}
