using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Search.Bayesian.Prediction;
using NasDaemon.Testing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Bayesian.Tests.Prediction;

public sealed class PredictorTests : PerformanceEstimatorContract
{
    [Fact]
    public void Screen_AccuracyThatFollowsFromTheNetwork_LetsTheBetterThirdThrough()
    {
        var estimator = Create(1, initial: 10);
        var random = new RandomStreams(4).Open("networks");
        var context = Searches.Context(Searches.Small, 1);
        List<(double Accuracy, bool IsTrained)> networks = [];
        for (var number = 1; number <= 100; number++)
        {
            var network = Searches.Small.Sample(random);
            var candidate = new Candidate(network.Source, new SpaceOrigin("random", [], network.Answers));
            var accuracy = Searches.Accuracy(candidate);
            var decision = estimator.Screen(number, candidate, context.Sources.Read(network.Source).Architecture!);
            networks.Add((accuracy, decision is TrainDecision));
            if (decision is TrainDecision)
            {
                estimator.AfterEpoch(number, new EpochMetrics(1, 0, new Evaluation(accuracy, 0, 1), 1));
            }
        }

        var screened = networks.Skip(20).ToList();
        Assert.InRange(screened.Count(network => network.IsTrained), 15, 45);
        Assert.True(screened.Where(network => network.IsTrained).Average(network => network.Accuracy)
            > screened.Where(network => !network.IsTrained).Average(network => network.Accuracy) + 0.03);
        Assert.Matches("^The predictor screened 90 networks and left out [0-9]+; its rank correlation with what came out is 0\\.[5-9]", Assert.Single(estimator.Describe()));
    }

    [Fact]
    public void Screen_ResultsTakenOverFromAnEarlierTask_CountAsTrained()
    {
        var estimator = Create(1, initial: 10);
        var random = new RandomStreams(5).Open("networks");
        var context = Searches.Context(Searches.Small, 1);
        for (var number = 1; number <= 11; number++)
        {
            var network = Searches.Small.Sample(random);
            var candidate = new Candidate(network.Source, new SpaceOrigin("random", [], network.Answers));
            var architecture = context.Sources.Read(network.Source).Architecture!;
            if (number <= 10)
            {
                estimator.TakeOver(number, candidate, architecture, new TrialScore(Searches.Accuracy(candidate), 0, 1, 0, 0, 0));
            }
            else
            {
                estimator.Screen(number, candidate, architecture);
            }
        }

        Assert.StartsWith("The predictor screened 1 networks", Assert.Single(estimator.Describe()), StringComparison.Ordinal);
    }

    /// <summary>The contract's trials are all let through: it counts on every one.</summary>
    protected override IPerformanceEstimator Create(int epochs) => Create(epochs, initial: 1000);

    private static Predictor Create(int epochs, long initial)
    {
        var context = Searches.Context(Searches.Small, 1);
        var task = context.Task with { Training = context.Task.Training with { Epochs = epochs } };
        return new Predictor(
            new EstimatorContext(context.Component, task, context.Random, context.Archive),
            PredictorOptions.Of(DefaultOptions.Of(Predictor.Description, ("initial", JsonValue.Create(initial)))));
    }
}
