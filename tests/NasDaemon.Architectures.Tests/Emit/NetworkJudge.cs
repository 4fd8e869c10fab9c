using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Emit;

/// <summary>Traces and lowers networks, and lets PyTorch compare them with the originals on the same weights.</summary>
internal static class NetworkJudge
{
    /// <summary>Compares state, output, gradients, training and running statistics.</summary>
    /// <param name="networks">The networks.</param>
    /// <returns>One line a difference; empty where there is none.</returns>
    public static async Task<string> CompareAsync(IEnumerable<NetworkCase> networks)
    {
        using var folder = new TemporaryFolder();
        var tracer = new ArchitectureTracer(TracingLimits.Default);
        var items = new List<string>();
        foreach (var network in networks)
        {
            var traced = tracer.Trace(await File.ReadAllTextAsync(network.File), new TraceRequest(network.Shape));
            Assert.True(traced.IsAccepted, $"{network.File}: {traced.Failure}");
            var state = traced.Architecture.State.Where(entry => entry.IsPersistent).Select(entry =>
                KeyValuePair.Create<string, JsonNode?>(entry.Name, new JsonArray([.. entry.Shape.Select(size => (JsonNode)size)])));
            var frozen = traced.Architecture.State.Where(entry => entry is { IsParameter: true, IsTrainable: false, SharedWith: null });
            items.Add(new JsonObject
            {
                ["file"] = network.File,
                ["state"] = new JsonObject(state),
                ["frozen"] = new JsonArray([.. frozen.Select(entry => (JsonNode)entry.Name)]),
                ["computed"] = new JsonObject(traced.Architecture.State.Where(entry => entry.IsPersistent).SelectMany(Computed)),
                ["input"] = new JsonArray([.. network.Shape.Input.Select(size => (JsonNode)size)]),
                ["classes"] = network.Shape.Outputs,
                ["forward"] = TorchScriptEmitter.Lower(traced.Architecture, new LoweringOptions(Precision.Float32)).ForwardSource,
            }.ToJsonString());
        }

        await File.WriteAllLinesAsync(folder.Combine("networks"), items);
        return await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "Emit", "judge_networks.py"), folder.Combine("networks"));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Computed(StateEntry entry) => entry.Initialisation is ComputedInitialisation computed
        ? [KeyValuePair.Create<string, JsonNode?>(entry.Name, computed.Source)]
        : [];
}
