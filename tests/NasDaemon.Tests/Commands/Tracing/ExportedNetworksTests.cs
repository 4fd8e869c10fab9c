using System.Text.Json;
using NasDaemon.Testing;

namespace NasDaemon.Tests.Commands.Tracing;

/// <summary>The networks that language models wrote and PyTorch runs: <c>model.pt</c> against the class that it was made from.</summary>
public sealed class ExportedNetworksTests
{
    // Models of one batch lie on the disk together.
    private const int BatchSize = 24;

    // Language models mostly change widths. Of networks with the same layers in the same places, these are judged: the smallest.
    private const int MostOfForm = 2;

    [SharedDataTheory("networks/feedback-run-first-600.jsonl", "networks/few-shot-paper.jsonl")]
    [InlineData("feedback-run-first-600.jsonl", 360, 50)]
    [InlineData("few-shot-paper.jsonl", 41, 35)]
    public async Task Export_EveryFormOfAcceptedNetwork_ComputesAndLearnsAsItsClass(string file, int accepted, int distinct)
    {
        var networks = await DistinctAsync(SharedData.Find("networks", file)!, accepted);
        Assert.True(networks.Count >= distinct, $"{networks.Count} distinct networks");
        var differences = new List<string>();
        foreach (var batch in networks.Chunk(BatchSize))
        {
            using var folder = new TemporaryFolder();
            await File.WriteAllLinesAsync(folder.Combine("networks.jsonl"), batch);
            var run = await TraceRun.RunAsync(folder.Path, "networks.jsonl", "--export", "models");
            Assert.Equal(0, run.ExitCode);
            var models = run.Objects.Select(value => folder.Combine(value.GetProperty("files").GetProperty("export").GetString()!));
            await File.WriteAllLinesAsync(folder.Combine("paths"), models);
            differences.Add(await PythonTorch.RunAsync(
                Path.Combine(AppContext.BaseDirectory, "Commands", "Tracing", "judge_networks.py"), folder.Combine("networks.jsonl"), folder.Combine("paths")));
        }

        Assert.True(differences.TrueForAll(difference => difference.Length == 0), string.Concat(differences));
    }

    private static async Task<List<string>> DistinctAsync(string path, int expected)
    {
        using var folder = new TemporaryFolder();
        var run = await TraceRun.RunAsync(folder.Path, path);
        var lines = await File.ReadAllLinesAsync(path);
        var accepted = lines.Zip(run.Objects).Where(pair => pair.Second.GetProperty("verdict").GetString() == "accepted").ToList();
        Assert.Equal((lines.Length, expected), (run.Objects.Count, accepted.Count));

        // Sources with one graph are the same network under other names.
        return accepted
            .DistinctBy(pair => pair.Second.GetProperty("fingerprints").GetProperty("graph").GetString())
            .GroupBy(pair => Form(pair.Second.GetProperty("state")))
            .SelectMany(form => form.OrderBy(pair => pair.Second.GetProperty("parameters").GetInt64()).Take(MostOfForm))
            .Select(pair => pair.First)
            .ToList();
    }

    private static string Form(JsonElement state) =>
        string.Join(' ', state.EnumerateObject().Select(entry => $"{entry.Name}:{entry.Value.GetArrayLength()}"));
}
