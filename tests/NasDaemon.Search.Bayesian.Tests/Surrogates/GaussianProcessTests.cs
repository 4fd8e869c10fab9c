using NasDaemon.Search.Bayesian.Features;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Tests.Surrogates;

public sealed class GaussianProcessTests
{
    private static readonly HyperParameters Parameters = new([1, 1, 1, 1], 0.01, 0.01, 1, 0.5);

    [Fact]
    public void Means_OneResult_FollowTheClosedForm()
    {
        // One result y of variance 1 + 4 + noise: mean k·y/(5.01), variance 5 − k²/5.01, with k = exp(−d²/2) + 4.
        var process = GaussianProcess.Of(new Distances([Known(0, 2, 0)]), Parameters, new Standardisation(0, 1))!;
        var candidates = new CandidateSet([Network(0), Network(1)]);
        double[] covariances = [5, Math.Exp(-0.5) + 4];

        var means = process.Means(candidates);
        var deviations = process.Deviations(candidates, [0, 1]);

        Assert.Equal(covariances.Select(covariance => covariance * 2 / 5.01), means.Select(mean => (double)mean), (left, right) => Math.Abs(left - right) < 1e-4);
        Assert.Equal(covariances.Select(covariance => Math.Sqrt(5 - (covariance * covariance / 5.01))), deviations, (left, right) => Math.Abs(left - right) < 1e-3);
    }

    [Fact]
    public void Means_ResultOfAnotherGroup_CountsByTheCorrelation()
    {
        var process = GaussianProcess.Of(new Distances([Known(0, 2, 1)]), Parameters, new Standardisation(0, 1))!;

        Assert.Equal(0.5 * 2 / 5.01, process.Means(new CandidateSet([Network(0)]))[0], 1e-4);
    }

    [Fact]
    public void Means_ResultOfAnotherGroupAndRecipe_CountsByTheCorrelationTwice()
    {
        var process = GaussianProcess.Of(new Distances([Known(0, 2, 1, recipe: 12)]), Parameters, new Standardisation(0, 1))!;

        Assert.Equal(0.5 * 0.5 * 2 / 5.01, process.Means(new CandidateSet([Network(0)]))[0], 1e-4);
    }

    [Fact]
    public void Learn_ResultBelowTheLowerQuartile_CountsNoLess()
    {
        List<KnownNetwork> networks = [.. Enumerable.Range(0, 9).Select(index => Known(index, index / 10.0, 0))];

        var near = Predict(networks);
        var far = Predict([networks[0] with { Target = -5 }, .. networks.Skip(1)]);

        Assert.Equal(near, far);
    }

    [Fact]
    public void Climb_ResultsThatVarySmoothly_BecomeLikelierAndAreFoundAgain()
    {
        List<KnownNetwork> networks = [.. Enumerable.Range(0, 20).Select(index => Known(index, Math.Sin(index / 4.0), 0))];
        var distances = new Distances(networks);
        var start = HyperParameters.Start(networks);
        var fit = new LikelihoodFit(distances, start.LengthScales, null);

        var fitted = fit.Climb(start, 3);
        var process = GaussianProcess.Of(distances, fitted, Standardisation.Of(networks, null, fitted.Scale))!;

        Assert.True(fit.Evidence(fitted) > fit.Evidence(start));
        Assert.Equal(Math.Sin(9.5 / 4), process.Standardisation.Undo(process.Means(new CandidateSet([Network(9.5)]))[0]), 0.1);
    }

    [Fact]
    public void Of_TheSameNetworkTwiceWithoutNoise_IsStillAnswered() =>
        Assert.NotNull(new Surrogate(Bayesian.Archives.ArchiveKnowledge.None)
            .Learn([Known(1, 0.5, 0), Known(1, 0.6, 0), Known(2, 0.1, 0)], SurrogateState.Start).Model);

    private static float[] Predict(IReadOnlyList<KnownNetwork> networks) => new Surrogate(Bayesian.Archives.ArchiveKnowledge.None)
        .Learn(networks, SurrogateState.Start).Model!.Means(new CandidateSet([Network(0), Network(4.5), Network(8)]));

    private static KnownNetwork Known(double place, double target, int group, int recipe = 0) => new(Network(place), target, new TrialGroup(group, recipe));

    private static NetworkFeatures Network(double place) =>
        new([FeatureVector.Zero, FeatureVector.Zero, FeatureVector.Of([new("place", place)]), FeatureVector.Zero]);
}
