using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Tests.Features;

public sealed class FeatureVectorTests
{
    [Fact]
    public void SquaredDistance_SharedAndOwnEntries_IsEuclidean()
    {
        var first = FeatureVector.Of([new("a", 1), new("b", 2), new("b", 1)]);
        var second = FeatureVector.Of([new("c", 4), new("a", 3)]);

        Assert.Equal(4 + 9 + 16, first.SquaredDistance(second), 12);
        Assert.Equal(0, first.SquaredDistance(first), 12);
        Assert.Equal(10, first.SquaredDistance(FeatureVector.Zero), 12);
    }
}
