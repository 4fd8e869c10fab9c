using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Pipeline.Tests.Statistics;

public sealed class HolmCorrectionTests
{
    /// <summary>The example of Wikipedia's page on the method; R's <c>p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")</c> prints the same.</summary>
    [Fact]
    public void Correct_FourTests_IsThePublishedExample()
    {
        double?[] expected = [0.03, 0.06, 0.06, 0.02];

        var corrected = HolmCorrection.Correct([0.01, 0.04, 0.03, 0.005]);

        Assert.All(expected.Zip(corrected), pair => Assert.Equal(pair.First!.Value, pair.Second!.Value, 12));
    }

    [Fact]
    public void Correct_TestsThatCouldNotBeMade_DoNotCount() =>
        Assert.Equal<double?>([null, 0.02, null, 0.04], HolmCorrection.Correct([null, 0.01, null, 0.04]));

    [Fact]
    public void Correct_LargeProbabilities_StayAtMostOne() => Assert.Equal<double?>([1, 1], HolmCorrection.Correct([0.6, 0.7]));
}
