using System.Globalization;
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
    public async Task Compare_Experiments_ComparesEachArmWithTheSameArmOnTheTestSamples()
    {
        using var home = new StoredHome();
        home.Commit(Experiment("first", ("common", [0.8, 0.82, 0.84]), ("other", [0.1, 0.2])), Experiment("second", ("common", [0.7, 0.75, 0.71]), ("more", [0.3])));

        var run = await home.RunAsync("compare", "first", "second", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("runs_on_test", json.RootElement.GetProperty("figure").GetString());
        Assert.Equal(["first/common 3 0.82", "second/common 3 0.72"], Figures(json));
        Assert.Equal(1, json.RootElement.GetProperty("pairs").GetArrayLength());
    }

    [Fact]
    public async Task Compare_Arms_AreTakenByTheirNamesAndNeverTogether()
    {
        using var home = new StoredHome();
        home.Commit(Experiment("first", ("plain", [0.8, 0.82, 0.84]), ("slow", [0.7, 0.75, 0.71])), Experiment("second", ("fast", [0.9, 0.91])));

        var arms = await home.RunAsync("compare", "first/plain", "first/slow", "second/fast/mnist", "--json");
        var strangers = await home.RunAsync("compare", "first", "second");
        var unknown = await home.RunAsync("compare", "first/plain", "first/quick");

        using var json = JsonDocument.Parse(arms.Output);
        Assert.Equal(["first/plain 3 0.82", "first/slow 3 0.72", "second/fast/mnist 2 0.905"], Figures(json));
        Assert.Equal(3, json.RootElement.GetProperty("pairs").GetArrayLength());
        Assert.Equal(1, strangers.ExitCode);
        Assert.Contains("no arm in common, and different arms are not taken together: first has plain, slow; second has fast.", strangers.Error, StringComparison.Ordinal);
        Assert.Equal(4, unknown.ExitCode);
        Assert.Contains("no results of 'first/quick' in the experiment 'first'. Runs have ended of: plain, slow.", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_SearchAndExperiment_SaysWhatCanBeCompared()
    {
        using var home = new StoredHome();
        home.Commit(Experiment("first", ("plain", [0.8])), new StoreChange { Tasks = [StoredRecords.Task("search", TaskState.Done)] });

        var mixed = await home.RunAsync("compare", "first", "search");

        Assert.Equal(1, mixed.ExitCode);
        Assert.Contains("Searches, experiments and their arms cannot be compared", mixed.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Figures(JsonDocument json) => json.RootElement.GetProperty("tasks").EnumerateArray().Select(task => string.Create(
        CultureInfo.InvariantCulture,
        $"{task.GetProperty("id")} {task.GetProperty("figures")} {Math.Round(task.GetProperty("mean").GetDouble(), 6)}"));

    private static StoreChange Experiment(string id, params (string Arm, double[] Tests)[] arms)
    {
        var runs = arms.SelectMany(arm => arm.Tests.Select((test, index) => (Id: RunId.Of(id, arm.Arm, "mnist", index), Report: new ExperimentRunReport(
            arm.Arm, "mnist", index, test + 0.05, test, null, 1000, 10, 0, 12, 30, "done")))).ToList();
        return new StoreChange
        {
            Tasks = [StoredRecords.Task(id, TaskState.Done), .. runs.Select(run => StoredRecords.Task(run.Id, TaskState.Done))],
            Snapshots = [.. runs.Select(run => StoredRun.Write(run.Id, run.Report))],
        };
    }
}
