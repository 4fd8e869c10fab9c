using NasDaemon.Search.Bayesian.Proposing;

namespace NasDaemon.Search.Bayesian.Tests.Proposing;

public sealed class ExpectedImprovementTests
{
    // At the best so far the improvement is the deviation times the density at 0, which is 1/√(2π).
    [Theory]
    [InlineData(1, 1, 1, 0.398942)]
    [InlineData(1, 2, 1, 0.797885)]
    [InlineData(2, 1, 1, 1.083315)]
    [InlineData(0, 1, 1, 0.083315)]
    public void Of_KnownCases_AgreesWithTheFormula(double mean, double deviation, double best, double expected) =>
        Assert.Equal(expected, ExpectedImprovement.Of(mean, deviation, best), 5);
}
