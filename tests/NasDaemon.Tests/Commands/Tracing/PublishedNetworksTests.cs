using System.Text.Json;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

/// <summary>The command over real sources, held to what PyTorch said of them.</summary>
public sealed class PublishedNetworksTests
{
    private const int Exported = 8;
    private const int LargestExported = 300_000;

    [SharedDataTheory("networks/feedback-run-first-600.jsonl", "networks/few-shot-paper.jsonl")]
    [InlineData("feedback-run-first-600.jsonl", 0.95)]
    [InlineData("few-shot-paper.jsonl", 1.0)]
    public async Task Json_PublishedSources_AgreeWithPyTorch(string file, double sameTexts)
    {
        var path = SharedData.Find("networks", file)!;
        using var folder = new TemporaryFolder();

        var run = await TraceRun.RunAsync(folder.Path, path);

        var judged = File.ReadLines(path).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal(judged.Count, run.Objects.Count);
        var (refused, same) = (0, 0);
        foreach (var (ours, theirs) in run.Objects.Zip(judged).Where(pair => Text(pair.First, "class") != "wrong_output"))
        {
            var place = $"{file}:{ours.GetProperty("file")}";
            Assert.True(Text(ours, "verdict") == (Text(theirs, "verdict") == "ok" ? "accepted" : "refused"), place);
            if (Text(ours, "verdict") == "accepted")
            {
                Assert.All((string[])["output", "parameters", "state"], name => Assert.True(JsonElement.DeepEquals(ours.GetProperty(name), theirs.GetProperty(name)), $"{place} {name}"));
            }
            else
            {
                refused++;
                same += Text(ours, "message") == Text(theirs, "message")!.Split('\n')[0] ? 1 : 0;
            }
        }

        Assert.True(same >= sameTexts * refused, $"{same} of {refused} refusals carry PyTorch's text.");
    }

    [SharedDataTheory("networks/feedback-run-first-600.jsonl", "networks/few-shot-paper.jsonl")]
    [InlineData("feedback-run-first-600.jsonl")]
    [InlineData("few-shot-paper.jsonl")]
    public async Task Export_PublishedSources_ComputeWhatTheirClassesCompute(string file)
    {
        using var folder = new TemporaryFolder();
        var sources = File.ReadLines(SharedData.Find("networks", file)!)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(source => source.TryGetProperty("parameters", out var count) && count.GetInt64() < LargestExported && source.GetProperty("input")[1].GetInt32() == 32)
            .DistinctBy(source => source.GetProperty("parameters").GetInt64())
            .Take(Exported)
            .ToList();
        var names = sources.Select((_, index) => $"network{index}").ToList();
        foreach (var (source, name) in sources.Zip(names))
        {
            await File.WriteAllTextAsync(folder.Combine($"{name}.py"), Text(source, "source"));
        }

        var run = await ProcessRun.NasDaemonAsync(folder.Path, "trace", ".", "--export", "models");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        var judged = await ExportJudge.JudgeAsync("3x32x32", names.Select(name => (folder.Combine($"{name}.py"), folder.Combine("models", $"{name}.pt"))));
        Assert.Equal(sources.Select(source => source.GetProperty("parameters").GetInt64()), judged.Select(judge => judge.Parameters));
        Assert.All(judged, judge => Assert.True(judge is { Output: < 1e-4, Gradient: < 1e-4 }, $"{judge}"));
    }

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();
}
