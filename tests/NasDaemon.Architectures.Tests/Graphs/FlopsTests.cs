using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tests.Emit;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Graphs;

/// <summary>
/// The FLOPs of convolutions and matrix products, twice their multiply-adds, held to those that PyTorch runs. A bias counts one an output element
/// beside them; what norms, activations, pooling and fused recurrent layers count is our own convention.
/// </summary>
public sealed class FlopsTests
{
    private static readonly HashSet<string> Products =
    [
        "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d",
        "linear", "matmul", "mm", "bmm", "einsum", "addmm", "baddbmm", "mv", "dot",
    ];

    private static readonly string[] Fused = ["lstm", "gru", "rnn"];

    [Fact]
    public async Task Flops_StarterLibraryAndStyles_AreTwiceTheMultiplyAddsThatPyTorchRuns()
    {
        var shape = new NetworkShape([3, 32, 32], 10);
        var networks = NetworkCase.In("Library", shape).Concat(NetworkCase.In("Networks", shape)).Concat(NetworkCase.In("Emit/Networks", shape));

        await CompareAsync(networks.Select(network => (File.ReadAllText(network.File), network.Shape, Path.GetFileName(network.File))), 50);
    }

    [SharedDataTheory("networks/few-shot-paper.jsonl")]
    [InlineData("few-shot-paper.jsonl")]
    public async Task Flops_PublishedSources_AreTwiceTheMultiplyAddsThatPyTorchRuns(string file)
    {
        var networks = File.ReadLines(SharedData.Find("networks", file)!)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(item => item.GetProperty("verdict").GetString() == "ok" && item.GetProperty("input")[1].GetInt32() <= 64)
            .Select((item, index) => (
                item.GetProperty("source").GetString()!,
                new NetworkShape([.. item.GetProperty("input").EnumerateArray().Select(size => size.GetInt32())], item.GetProperty("classes").GetInt32()),
                $"line {index + 1}"));

        await CompareAsync(networks, 10);
    }

    private static async Task CompareAsync(IEnumerable<(string Source, NetworkShape Shape, string Name)> networks, int fewest)
    {
        using var folder = new TemporaryFolder();
        var tracer = new ArchitectureTracer(TracingLimits.Default);
        var (items, ours) = (new List<string>(), new List<(string Name, long MultiplyAdds)>());
        foreach (var (source, shape, name) in networks)
        {
            // A few published networks have another number of outputs than their task asks for.
            var architecture = tracer.Trace(source, new TraceRequest(shape)).Architecture;
            var nodes = architecture?.Evaluation?.Nodes ?? architecture?.Nodes ?? [];
            if (nodes.Length == 0 || nodes.Any(node => Fused.Contains(node.Operator)))
            {
                continue;
            }

            ours.Add((name, nodes.Where(node => Products.Contains(node.Operator)).Sum(MultiplyAdds)));
            items.Add(new JsonObject
            {
                ["source"] = source,
                ["input"] = new JsonArray([.. shape.Input.Select(size => (JsonNode)size)]),
                ["classes"] = shape.Outputs,
            }.ToJsonString());
        }

        await File.WriteAllLinesAsync(folder.Combine("networks"), items);
        var printed = await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "Graphs", "judge_products.py"), folder.Combine("networks"));
        var theirs = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(ours.Count, theirs.Count);
        Assert.True(ours.Count >= fewest, $"{ours.Count} networks");
        var different = ours.Zip(theirs).Where(pair => pair.First.MultiplyAdds != pair.Second).Select(pair => $"{pair.First} PyTorch: {pair.Second}").ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private static long MultiplyAdds(GraphNode node)
    {
        var hasBias = node.Arguments.Any(argument => argument is { Name: "bias", Value: not NoneArgument });
        var isTransposed = node.Operator.StartsWith("conv_transpose", StringComparison.Ordinal);
        var bias = hasBias && !isTransposed ? node.Outputs[0].At(1).Aggregate(1L, (product, size) => product * size) : 0;
        return (node.Cost.Flops - bias) / 2;
    }
}
