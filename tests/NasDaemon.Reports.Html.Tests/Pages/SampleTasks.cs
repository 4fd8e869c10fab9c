using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Testing.Networks;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Html.Tests.Pages;

/// <summary>Reports of tasks that have everything a page shows.</summary>
internal static class SampleTasks
{
    /// <summary>The sample report, its best network one with a skip.</summary>
    public static TaskReport WithNetwork(TaskReport? report = null)
    {
        var sample = report ?? SampleReport.Create();
        var best = sample.Best! with { Candidate = sample.Best!.Candidate with { Architecture = Residual() } };
        return sample with { Best = best };
    }

    /// <summary>A task of many trials, each with a source of a few hundred characters.</summary>
    public static TaskReport Large(int trials)
    {
        var sample = WithNetwork();
        var source = string.Concat(Enumerable.Repeat("        x = self.relu(self.conv(x))  # again\n", 12));
        var model = sample.Trials[0];
        var candidates = Enumerable.Range(1, trials)
            .Select(number => model.Candidate with { Number = number, Candidate = model.Candidate.Candidate with { Source = source } })
            .ToList();
        return sample with
        {
            Candidates = [.. candidates],
            Trials = [.. candidates.Select(candidate => Trial(model, candidate))],
        };
    }

    private static TrialReport Trial(TrialReport model, CandidateRecord candidate)
    {
        var accuracy = 0.5 + (candidate.Number * 7919 % 4999 / 10_000.0);
        return model with
        {
            Candidate = candidate,
            Trial = model.Trial with
            {
                Key = model.Trial.Key with { Number = candidate.Number },
                Candidate = candidate.Number,
                State = candidate.Number % 3 == 0 ? TrialState.Finished : TrialState.Stopped,
                Score = new TrialScore(accuracy, 1 - accuracy, 3, 30, 1_000 + (candidate.Number * 37), 100_000 + (candidate.Number * 991)),
            },
            Epochs = [.. Enumerable.Range(1, 3).Select(epoch => new EpochMetrics(epoch, 1.0 / epoch, new Evaluation(accuracy * epoch / 3, 1, 100), 10))],
        };
    }

    private static Architecture Residual()
    {
        var sketch = new GraphSketch(4, 8, 8);
        var start = sketch.Relu(sketch.BatchNormalisation(sketch.Convolution(sketch.Input, "stem.with.a.rather.long.name.of.a.module", 4, 4), "norm", 4));
        var sum = sketch.Add(sketch.Convolution(sketch.Relu(sketch.Convolution(start, "a", 4, 4)), "b", 4, 4), start);
        return sketch.Build(sketch.Linear(sketch.Flatten(sum, 256), "head", 256, 10), 10);
    }
}
