using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Emit;

public sealed class NetworksAgainstPyTorchTests
{
    private static readonly int[] InputShape = [3, 32, 32];

    [Fact]
    public async Task Lower_TracedNetworks_ComputeAndTrainAsPyTorchDoes()
    {
        using var folder = new TemporaryFolder();
        var tracer = new ArchitectureTracer(TracingLimits.Default);
        var items = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Emit", "Networks")).Order(StringComparer.Ordinal))
        {
            var traced = tracer.Trace(await File.ReadAllTextAsync(file), new TraceRequest(new NetworkShape([.. InputShape], 10)));
            Assert.True(traced.IsAccepted, $"{file}: {traced.Failure}");
            var state = traced.Architecture.State.Where(entry => entry.IsPersistent).Select(entry =>
                KeyValuePair.Create<string, JsonNode?>(entry.Name, new JsonArray([.. entry.Shape.Select(size => (JsonNode)size)])));
            items.Add(new JsonObject
            {
                ["file"] = file,
                ["state"] = new JsonObject(state),
                ["input"] = new JsonArray([.. InputShape.Select(size => (JsonNode)size)]),
                ["forward"] = TorchScriptEmitter.Lower(traced.Architecture, new LoweringOptions(Precision.Float32)).ForwardSource,
            }.ToJsonString());
        }

        Assert.True(items.Count >= 12);
        await File.WriteAllLinesAsync(folder.Combine("networks"), items);
        var script = Path.Combine(AppContext.BaseDirectory, "Emit", "judge_networks.py");
        var differences = await PythonTorch.RunAsync(script, folder.Combine("networks"));
        Assert.True(differences.Length == 0, differences);
    }
}
