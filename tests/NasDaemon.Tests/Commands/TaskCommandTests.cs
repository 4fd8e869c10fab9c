using System.Text.Json;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands;

public sealed class TaskCommandTests
{
    [Fact]
    public async Task Validate_GoodAndBadFile_TellsEachAndEndsWithRefused()
    {
        using var home = new DaemonHome();
        await File.WriteAllTextAsync(home.Combine("good.yaml"), SmallTask.Yaml());
        await File.WriteAllTextAsync(home.Combine("bad.yaml"), "name: x\nbudgit: {}\n");

        var run = await ProcessRun.NasDaemonAsync(home.Path, "validate", "good.yaml", "bad.yaml");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("good.yaml: valid, task small", run.Output, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:2:1: Unknown key 'budgit'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_GoodFile_LiesInTheInboxWholeAndAlone()
    {
        using var home = new DaemonHome();
        await File.WriteAllTextAsync(home.Combine("good.yaml"), SmallTask.Yaml());

        var run = await ProcessRun.NasDaemonAsync(home.Path, "submit", "good.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([Path.Combine(home.Inbox, "good.yaml")], Directory.GetFileSystemEntries(home.Inbox));
        Assert.Equal(SmallTask.Yaml(), await File.ReadAllTextAsync(Path.Combine(home.Inbox, "good.yaml")));
    }

    [Fact]
    public async Task Submit_BadFile_IsRefusedAndNotDropped()
    {
        using var home = new DaemonHome();
        await File.WriteAllTextAsync(home.Combine("bad.yaml"), "name: 5: 6\n");

        var run = await ProcessRun.NasDaemonAsync(home.Path, "submit", "bad.yaml");

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(home.Inbox));
    }

    [Fact]
    public async Task Cancel_ImpossibleName_IsNotFound()
    {
        using var home = new DaemonHome();

        Assert.Equal(4, (await ProcessRun.NasDaemonAsync(home.Path, "cancel", "../etc")).ExitCode);
    }

    [Fact]
    public async Task Status_NothingYet_SaysSo()
    {
        using var home = new DaemonHome();

        var run = await ProcessRun.NasDaemonAsync(home.Path, "status");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("No task yet.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataGet_UnknownName_IsNotFound()
    {
        using var home = new DaemonHome();

        Assert.Equal(4, (await ProcessRun.NasDaemonAsync(home.Path, "data", "get", "nonesuch")).ExitCode);
    }

    [Fact]
    public async Task DataList_SetsHereAndElsewhere_AreTold()
    {
        using var home = new DaemonHome();

        var run = await ProcessRun.NasDaemonAsync(home.Path, "data", "list");

        Assert.Matches(@"mnist +1×28×28 +10 +60000 +10000  yes\n", run.Output);
        Assert.Contains("no; nasdaemon data get cifar10", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugins_ThisBuild_AllAreActive()
    {
        using var home = new DaemonHome();

        var run = await ProcessRun.NasDaemonAsync(home.Path, "plugins");

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public async Task Validate_Json_TellsEachProblemWithItsPlace()
    {
        using var home = new DaemonHome();
        await File.WriteAllTextAsync(home.Combine("bad.yaml"), "name: x\nbudgit: {}\n");

        var run = await ProcessRun.NasDaemonAsync(home.Path, "validate", "bad.yaml", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal(3, run.ExitCode);
        Assert.False(file.GetProperty("is_valid").GetBoolean());
        Assert.Contains(file.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("line").GetInt32() == 2);
    }
}
