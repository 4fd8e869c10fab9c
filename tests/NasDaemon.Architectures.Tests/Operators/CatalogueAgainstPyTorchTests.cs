using System.Text.Json.Nodes;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Operators;

public sealed class CatalogueAgainstPyTorchTests
{
    [Fact]
    public async Task Call_EveryRowOfTheTable_ReturnsOrRaisesWhatPyTorchDoes()
    {
        var table = CallTable.Path("calls.jsonl");
        var judged = (await PythonTorch.RunAsync(CallTable.Path("judge_calls.py"), table)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = await File.ReadAllLinesAsync(table);
        Assert.Equal(rows.Length, judged.Length);
        var different = new List<string>();
        foreach (var (row, verdict) in rows.Zip(judged))
        {
            var (expected, actual) = (JsonNode.Parse(verdict)!, CallTable.Run(row));
            if (!JsonNode.DeepEquals(expected, actual))
            {
                different.Add($"{row}\n  PyTorch: {expected.ToJsonString()}\n  ours:    {actual.ToJsonString()}");
            }
        }

        Assert.True(different.Count == 0, string.Join('\n', different));
    }
}
