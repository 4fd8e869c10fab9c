using NasDaemon.Testing;

namespace NasDaemon.Tests.Commands.Tracing;

/// <summary>Every network that language models wrote and PyTorch runs: <c>model.pt</c> against the class that it was made from.</summary>
public sealed class ExportedNetworksTests
{
    // Models of one batch lie on the disk together.
    private const int BatchSize = 24;

    // Sources whose graphs were seen before are the same network under other names.
    [SharedDataTheory("networks/feedback-run-first-600.jsonl", "networks/few-shot-paper.jsonl")]
    [InlineData("feedback-run-first-600.jsonl", 360, 140)]
    [InlineData("few-shot-paper.jsonl", 41, 35)]
    public async Task Export_EveryAcceptedNetwork_ComputesAndLearnsAsItsClass(string file, int accepted, int distinct)
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

    private static async Task<List<string>> DistinctAsync(string path, int accepted)
    {
        using var folder = new TemporaryFolder();
        var run = await TraceRun.RunAsync(folder.Path, path);
        var lines = await File.ReadAllLinesAsync(path);
        var graphs = new HashSet<string>(StringComparer.Ordinal);
        var networks = new List<string>();
        var count = 0;
        foreach (var (line, value) in lines.Zip(run.Objects))
        {
            if (value.GetProperty("verdict").GetString() == "accepted")
            {
                count++;
                if (graphs.Add(value.GetProperty("fingerprints").GetProperty("graph").GetString()!))
                {
                    networks.Add(line);
                }
            }
        }

        Assert.Equal((lines.Length, accepted), (run.Objects.Count, count));
        return networks;
    }
}
