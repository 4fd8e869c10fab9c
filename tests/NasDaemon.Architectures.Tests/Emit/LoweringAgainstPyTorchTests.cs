using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Tests.Operators;
using NasDaemon.Architectures.Values;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Emit;

public sealed class LoweringAgainstPyTorchTests
{
    [Fact]
    public async Task Lower_EveryCallOfTheTableThatSucceeds_ComputesWhatPyTorchDoes()
    {
        using var folder = new TemporaryFolder();
        var lowered = new List<string>();
        foreach (var row in await File.ReadAllLinesAsync(CallTable.Path("calls.jsonl")))
        {
            if (Lower(row) is { } source)
            {
                lowered.Add(new JsonObject { ["row"] = row, ["source"] = source }.ToJsonString());
            }
        }

        Assert.True(lowered.Count > 100, $"Only {lowered.Count} calls were lowered.");
        await File.WriteAllLinesAsync(folder.Combine("calls"), lowered);
        var script = System.IO.Path.Combine(AppContext.BaseDirectory, "Emit", "judge_lowering.py");
        var differences = await PythonTorch.RunAsync(script, folder.Combine("calls"));
        Assert.True(differences.Length == 0, differences);
    }

    private static string? Lower(string row)
    {
        var (graph, result) = CallTable.Call(row);
        var value = result.Value is TupleValue tuple ? tuple.Items[0] : result.Value;
        if (value is not TensorValue { Source: ValueArgument source } tensor)
        {
            return null;
        }

        var architecture = graph.Build(source, tensor.Type, [], System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);
        return architecture.Inputs.Length == 0
            ? null
            : TorchScriptEmitter.Lower(architecture, new LoweringOptions(Precision.Float32)).ForwardSource;
    }
}
