using System.Text.Json;
using NasDaemon.Testing;

namespace NasDaemon.Tests.Commands.Tracing;

/// <summary>The command over real sources, held to what PyTorch said of them.</summary>
public sealed class PublishedNetworksTests
{
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

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();
}
