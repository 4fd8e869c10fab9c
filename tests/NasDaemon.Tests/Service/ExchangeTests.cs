using System.Text.Json;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Service;

/// <summary>What was found leaves this machine, and what another has found comes to it.</summary>
public sealed class ExchangeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Task_OnAnotherMachine_TakesTheImportedTrialsInsteadOfTrainingThemAgain()
    {
        using var home = new DaemonHome();
        using var other = new DaemonHome();
        await using (var daemon = await DaemonProcess.StartAsync(home))
        {
            home.Drop("small.yaml", SmallTask.Yaml());
            await EndedAsync(home);
            await AssertEveryFormIsExportedAsync(home);
            var export = await ProcessRun.NasDaemonAsync(home.Path, "archive", "export", other.Combine("learnt.jsonl"));
            Assert.Equal(0, export.ExitCode);
            await AssertHistoryAsync(home);
            Assert.Equal(0, await daemon.StopAsync());
        }

        // A line that lies about its fingerprint gains nothing, and a line that is none does no harm.
        var lines = await File.ReadAllLinesAsync(other.Combine("learnt.jsonl"));
        await File.WriteAllLinesAsync(other.Combine("learnt.jsonl"), [.. lines.Select(Forged), "{ \"Candidate\": null }"]);
        await using var second = await DaemonProcess.StartAsync(other);
        var imported = await ImportAsync(other);
        Assert.Equal((lines.Length, 0, 1), imported);
        Assert.Equal((0, lines.Length, 1), await ImportAsync(other));

        other.Drop("small.yaml", SmallTask.Yaml());
        var funnel = (await EndedAsync(other)).GetProperty("funnel");
        Assert.Equal(0, funnel.GetProperty("trained").GetInt32());
        Assert.Equal(lines.Length, funnel.GetProperty("source_duplicates").GetInt32() + funnel.GetProperty("graph_duplicates").GetInt32());
    }

    private static string Forged(string line) => line.Replace("\"GraphFingerprint\":\"", "\"GraphFingerprint\":\"0", StringComparison.Ordinal);

    private static async Task AssertEveryFormIsExportedAsync(DaemonHome home)
    {
        var run = await ProcessRun.NasDaemonAsync(home.Path, "export", "small", "--to", home.Combine("exported"), "--json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(4, JsonDocument.Parse(run.Output).RootElement.GetProperty("files").GetArrayLength());
        var script = Path.Combine(AppContext.BaseDirectory, "Support", "judge_exported.py");
        Assert.Equal("ok\n", await PythonTorch.RunAsync(script, home.Combine("exported")));

        var search = await ProcessRun.NasDaemonAsync(home.Path, "export", "small", "--trial", "1", "--to", home.Combine("first"));
        Assert.Equal(1, search.ExitCode);
        Assert.Contains("torchscript: Trial 1 guided the search", search.Error, StringComparison.Ordinal);
        Assert.Equal(["model.onnx", "model.py"], Directory.GetFiles(home.Combine("first")).Select(Path.GetFileName).Order());
    }

    private static async Task AssertHistoryAsync(DaemonHome home)
    {
        Assert.Equal(0, (await ProcessRun.NasDaemonAsync(home.Path, "history", "--to", home.Combine("trials.csv"))).ExitCode);
        Assert.Equal(0, (await ProcessRun.NasDaemonAsync(home.Path, "history", "--to", home.Combine("history.db"))).ExitCode);
        var script = Path.Combine(AppContext.BaseDirectory, "Support", "judge_history.py");

        // Four trials and a final training of two epochs each, in both files, with nothing left of what was being written.
        Assert.Equal("1 tasks, 5 trials, 10 epochs, 5 rows\n", await PythonTorch.RunAsync(script, home.Path));
        Assert.Empty(Directory.GetFiles(home.Path, ".*.tmp*"));
    }

    private static async Task<(int New, int Known, int Refused)> ImportAsync(DaemonHome home)
    {
        var run = await ProcessRun.NasDaemonAsync(home.Path, "import", home.Combine("learnt.jsonl"), "--json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var result = JsonDocument.Parse(run.Output).RootElement;
        return (result.GetProperty("new").GetInt32(), result.GetProperty("known").GetInt32(), result.GetProperty("refused").GetArrayLength());
    }

    private static async Task<JsonElement> EndedAsync(DaemonHome home)
    {
        var report = home.Combine("outbox", "small", "report.json");
        await Eventually.TrueAsync(() => File.Exists(report) && File.Exists(home.Combine("state", "archive", "small.yaml")), Patience);
        return JsonDocument.Parse(await File.ReadAllBytesAsync(report)).RootElement;
    }
}
