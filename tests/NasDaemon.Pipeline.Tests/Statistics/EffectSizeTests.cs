using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Pipeline.Tests.Statistics;

public sealed class EffectSizeTests
{
    /// <summary>The R package <c>effsize</c> prints d = −0.8321811 for the same figures.</summary>
    [Fact]
    public void CohenD_SleepOfStudent_IsWhatRPrints() => Assert.Equal(-0.8321811, EffectSize.CohenD(Sleep.First, Sleep.Second)!.Value, 7);

    [Fact]
    public void CohenD_UnequalNumbers_WeighsTheDeviationsByThem() =>
        Assert.Equal((3 - 10) / Math.Sqrt(((2 * 1.0) + (1 * 2.0)) / 3), EffectSize.CohenD([2, 3, 4], [9, 11])!.Value, 12);

    [Fact]
    public void CohenD_NoSpread_IsUnknown() => Assert.Null(EffectSize.CohenD([1, 1], [2, 2]));
}
