using System.Text.Json;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Testing.Contracts;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Results;

public sealed class ExperimentComparisonTests
{
    [Fact]
    public async Task Compare_Experiments_ComparesTheirRunsOnTheTestSamples()
    {
        using var home = new StoredHome();
        home.Commit(Experiment("first", 0.8, 0.82, 0.84));
        home.Commit(Experiment("second", 0.7, 0.75, 0.71));
        home.Commit(new StoreChange { Tasks = [StoredRecords.Task("search", TaskState.Done)] });

        var run = await home.RunAsync("compare", "first", "second", "--json");
        var mixed = await home.RunAsync("compare", "first", "search");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("runs_on_test", json.RootElement.GetProperty("figure").GetString());
        Assert.Equal(0.82, json.RootElement.GetProperty("tasks")[0].GetProperty("mean").GetDouble(), 1e-9);
        Assert.Equal(3, json.RootElement.GetProperty("tasks")[1].GetProperty("figures").GetInt32());
        Assert.Equal(1, mixed.ExitCode);
        Assert.Contains("Searches and experiments cannot be compared", mixed.Error, StringComparison.Ordinal);
    }

    private static StoreChange Experiment(string id, params double[] tests)
    {
        var runs = tests.Select((test, index) => (Id: RunId.Of(id, "arm", "mnist", index), Report: new ExperimentRunReport(
            "arm", "mnist", index, test + 0.05, test, null, 1000, 10, 0, 12, 30, "done"))).ToList();
        return new StoreChange
        {
            Tasks = [StoredRecords.Task(id, TaskState.Done), .. runs.Select(run => StoredRecords.Task(run.Id, TaskState.Done))],
            Snapshots = [.. runs.Select(run => StoredRun.Write(run.Id, run.Report))],
        };
    }
}
