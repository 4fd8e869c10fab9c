using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Pipeline.Workers;
using static NasDaemon.Pipeline.Tests.Searching.RunnerFixture;

namespace NasDaemon.Pipeline.Tests.Searching;

public sealed class TaskRunnerTests : IDisposable
{
    private readonly RunnerFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Run_SmallTask_TrainsTheBudgetThenTheBest()
    {
        var strategy = new ListedStrategy(Source(1), Source(2), Source(3), Source(4), Source(5));

        var outcome = await _fixture.RunAsync(SampleTasks.Task(trials: 4, finalists: 2), strategy);

        var report = outcome.ReportOrFail();
        Assert.Equal((TaskEnd.Done, "All trainings of the budget were used."), (outcome.End, report.EndReason));
        Assert.Equal([1, 2, 3, 4], report.Trials.Select(trial => trial.Trial.Key.Number));
        Assert.All(report.Trials, trial => Assert.Equal((TrialState.Finished, 3, 1), (trial.Trial.State, trial.Epochs.Length, trial.Trial.Starts)));
        Assert.Equal(2, report.Finalists.Length);
        Assert.Equal(report.Trials.Max(trial => trial.Trial.Score!.ValidationAccuracy), report.Best!.Search.Score!.ValidationAccuracy);
        Assert.Equal(0.75, report.Best.Test.Accuracy);
        Assert.Equal(["1: trained 3", "2: trained 3", "3: trained 3", "4: trained 3"], strategy.Observed);
        Assert.Equal(TaskState.Finishing, _fixture.Store.Task("task")?.State);
        Assert.Equal("test", report.Machine.Engine?.Name);
        Assert.Equal((4, 4), (_fixture.Progress[^1].Counts.Finished, _fixture.Progress[^1].Counts.Budget));
    }

    [Fact]
    public async Task Run_TaskThatWaited_BeginsWithTheWork()
    {
        var report = (await _fixture.RunAsync(SampleTasks.Task(trials: 2), new ListedStrategy(Source(1), Source(2)))).ReportOrFail();

        // The record says 1970, when the task was taken.
        Assert.InRange(report.Started, report.Candidates[0].Created - TimeSpan.FromSeconds(report.Seconds), report.Candidates[0].Created);
    }

    [Fact]
    public async Task Run_RefusedAndRepeatedCandidates_CostNoTrial()
    {
        var strategy = new ListedStrategy("class Net(", Source(1), Source(1), "network of\twidth 1", Source(2));

        var report = (await _fixture.RunAsync(SampleTasks.Task(trials: 2), strategy)).ReportOrFail();

        Assert.Equal(["1: refused Syntax", "2: trained 3", "3: Source duplicate of 2", "4: Source duplicate of 2", "5: trained 3"], strategy.Observed);
        Assert.Equal((5, 4, 2, 2), (report.Funnel.Proposed, report.Funnel.Traced, report.Funnel.SourceDuplicates, report.Funnel.Trained));
        Assert.Equal(3.0, report.Funnel.SecondsSaved);
        Assert.Equal(1, report.Funnel.Failures[FailureClass.Syntax]);
    }

    [Fact]
    public async Task Run_ConstraintExceeded_IsRefusedWithBothFigures()
    {
        var task = SampleTasks.Task(trials: 1) with { Constraints = new Constraints(100, null, null) };

        var report = (await _fixture.RunAsync(task, new ListedStrategy(Source(10), Source(5)))).ReportOrFail();

        Assert.Equal("The network has 110 parameters; the task allows 100.", report.Candidates[0].Failure?.Message);
        Assert.Equal((2, 1), (report.Funnel.Traced, report.Funnel.WithinConstraints));
    }

    [Fact]
    public async Task Run_NetworkWithNothingToTrain_IsRefusedWithTheRemedy()
    {
        const string LayerMadeInForward = """
            import torch.nn as nn

            class Net(nn.Module):
                def forward(self, x):
                    return nn.Linear(1, 10)(x)
            """;

        var report = (await _fixture.RunAsync(SampleTasks.Task(trials: 1), new ListedStrategy(LayerMadeInForward, Source(5)))).ReportOrFail();

        var failure = report.Candidates[0].Failure;
        Assert.Equal((FailureClass.WrongOutput, "The network has no parameters, so there is nothing to train."), (failure?.Class, failure?.Message));
        Assert.Contains("__init__", failure?.Hint, StringComparison.Ordinal);
        Assert.Null(Assert.Single(report.Trials).Trial.Failure);
    }

    [Fact]
    public async Task Run_StrategyHasNoMore_EndsWithTheReason()
    {
        var outcome = await _fixture.RunAsync(SampleTasks.Task(trials: 9), new ListedStrategy(Source(1)));

        Assert.Equal("The space is exhausted: the strategy has no more candidates.", outcome.Report?.EndReason);
        Assert.NotNull(outcome.Report?.Best);
    }

    [Fact]
    public async Task Run_OnlyRepeatedCandidates_EndsInsteadOfStalling()
    {
        var outcome = await _fixture.RunAsync(SampleTasks.Task(trials: 2), new ListedStrategy(Source(1)) { IsEndless = true });

        Assert.Equal("The space is exhausted: 1,000 candidates in a row brought no new network.", outcome.Report?.EndReason);
        Assert.Equal(1000, outcome.Report?.Funnel.SourceDuplicates);
    }

    [Fact]
    public async Task Run_NothingCanBeTrained_ReportsWithoutBest()
    {
        var outcome = await _fixture.RunAsync(SampleTasks.Task(), new ListedStrategy("class Net("));

        Assert.Equal(TaskEnd.Done, outcome.End);
        Assert.Null(outcome.Report?.Best);
    }

    [Fact]
    public async Task Run_NoTrialCanRun_FailsWithTheReasonAndSpendsNothing()
    {
        _fixture.Program = new WorkerCommandLine("/nowhere/nasdaemon", []);
        var strategy = new ListedStrategy(Source(1), Source(2));

        var outcome = await _fixture.RunAsync(SampleTasks.Task(trials: 2), strategy);

        Assert.Equal((TaskEnd.Failed, null), (outcome.End, outcome.Report));
        Assert.StartsWith("No worker could be started with /nowhere/nasdaemon:", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(strategy.Observed);
        _fixture.Program = null;
        var report = (await _fixture.RunAsync(SampleTasks.Task(trials: 2), strategy)).ReportOrFail();
        Assert.Equal([TrialState.Finished, TrialState.Finished], report.Trials.Select(trial => trial.Trial.State));
        Assert.Empty(report.Funnel.Failures);
    }

    [Fact]
    public async Task Run_NetworkOfAnEarlierTask_ReusesItsResultAndCountsAsTrial()
    {
        string[] sources = [Source(1), Source(2)];
        var first = (await _fixture.RunAsync(SampleTasks.Task(trials: 2), new ListedStrategy(sources), "first")).ReportOrFail();
        var strategy = new ListedStrategy(sources);

        var second = (await _fixture.RunAsync(SampleTasks.Task(trials: 2), strategy, "second")).ReportOrFail();

        Assert.Equal(first.Trials.Select(trial => trial.Trial.Score), second.Trials.Select(trial => trial.Trial.Score));
        Assert.Equal(first.Trials.SelectMany(trial => trial.Epochs), second.Trials.SelectMany(trial => trial.Epochs));
        Assert.Equal((0, 3.0), (second.Funnel.Trained, second.Funnel.SecondsSaved));
        Assert.Equal(["1: Source duplicate of an earlier task", "2: Source duplicate of an earlier task"], strategy.Observed);
        Assert.NotNull(second.Best);
    }

    [Fact]
    public async Task Run_SuccessiveHalving_PausesAndResumes()
    {
        var strategy = new ListedStrategy([.. Enumerable.Range(1, 6).Select(Source)]);
        var task = SampleTasks.Task(trials: 6, epochs: 4) with { Estimator = Asha(2, 1) };

        var report = (await _fixture.RunAsync(task, strategy)).ReportOrFail();

        Assert.Equal(6, report.Trials.Length);
        Assert.Contains(report.Trials, trial => trial.Trial is { State: TrialState.Finished, Starts: 3 });
        Assert.Contains(report.Trials, trial => trial.Trial is { State: TrialState.Stopped, Score.Epochs: 1 });
        Assert.Equal(_fixture.Journal.Length, _fixture.Journal.Distinct().Count());
        Assert.Equal(["1: trained 1", "2: trained 1", "3: trained 1", "4: trained 1", "5: trained 1", "6: trained 1"], strategy.Observed.Order());
    }

    [Fact]
    public async Task Run_TargetReached_StopsThere()
    {
        var task = SampleTasks.Task(trials: 9) with { Budget = new Budget(9, null, 0.2) };

        var report = (await _fixture.RunAsync(task, new ListedStrategy([.. Enumerable.Range(1, 9).Select(Source)]))).ReportOrFail();

        Assert.Single(report.Trials);
        Assert.Contains("target", report.EndReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TimeIsUp_BeginsNothingMore()
    {
        var task = SampleTasks.Task(trials: 9) with { Budget = new Budget(9, TimeSpan.FromMilliseconds(1), null) };

        var report = (await _fixture.RunAsync(task, new ListedStrategy([.. Enumerable.Range(1, 9).Select(Source)]))).ReportOrFail();

        Assert.InRange(report.Trials.Length, 0, 1);
        Assert.Contains("time", report.EndReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TwoSlots_TrainsEverythingOnce()
    {
        _fixture.Slots = 2;
        var task = SampleTasks.Task(trials: 12, epochs: 4, finalists: 3) with { Estimator = Asha(2, 1) };

        var report = (await _fixture.RunAsync(task, new ListedStrategy([.. Enumerable.Range(1, 12).Select(Source)]))).ReportOrFail();

        Assert.Equal((12, 3), (report.Trials.Length, report.Finalists.Length));
        Assert.Equal(_fixture.Journal.Length, _fixture.Journal.Distinct().Count());
    }

    [Fact]
    public async Task Run_WorkersDie_FailsThoseTrialsAndGoesOn()
    {
        _fixture.Misbehaviour = "die";
        var task = SampleTasks.Task(trials: 2);

        var report = (await _fixture.RunAsync(task, new ListedStrategy(Source(1), Source(2)))).ReportOrFail();

        Assert.All(report.Trials, trial => Assert.Equal((TrialState.Failed, FailureClass.Crashed), (trial.Trial.State, trial.Trial.Failure?.Class)));
        Assert.Equal(2, report.Funnel.Failures[FailureClass.Crashed]);
        Assert.Null(report.Best);
    }

    [Fact]
    public async Task Run_WorkerDiesInAFinalTraining_GoesOnFromItsCheckpoint()
    {
        _fixture.Misbehaviour = "die";
        var task = SampleTasks.Task(trials: 1, epochs: 1) with { Final = new FinalSettings(1, 3) };

        var report = (await _fixture.RunAsync(task, new ListedStrategy(Source(1)))).ReportOrFail();

        Assert.Equal((TrialState.Finished, 2), (report.Best?.Final.State, report.Best?.Final.Starts));
        Assert.Single(_fixture.Journal, line => line == "trial 2 epoch 1");
    }

    [Fact]
    public async Task Run_Cancelled_EndsItsTrialsAndReportsWhatWasFound()
    {
        using var cancellation = new CancellationTokenSource();
        void CancelInTheSecondTrial(TaskProgress status)
        {
            if (status.Running is [{ Trial: 2, Epoch: 1 }])
            {
                cancellation.Cancel();
            }
        }

        _fixture.Delay = "0.05";
        var outcome = await _fixture.RunAsync(
            SampleTasks.Task(), new ListedStrategy(Source(1), Source(2), Source(3)), cancelled: cancellation.Token, onProgress: CancelInTheSecondTrial);

        Assert.Equal(TaskEnd.Cancelled, outcome.End);
        Assert.Equal("The task was cancelled.", outcome.Report?.EndReason);
        Assert.Equal([TrialState.Finished, TrialState.Waiting], outcome.Report?.Trials.Select(trial => trial.Trial.State));
    }
}
