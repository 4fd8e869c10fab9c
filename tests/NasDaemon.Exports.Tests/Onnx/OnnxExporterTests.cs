using System.Text.Json;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Exports.Onnx;
using NasDaemon.Exports.Onnx.Model;
using NasDaemon.Testing;
using NasDaemon.Testing.Onnx;

namespace NasDaemon.Exports.Tests.Onnx;

public sealed class OnnxExporterTests
{
    private const string Source = """
        import torch
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(12, 2)

            def forward(self, x):
                x = x.flatten(1)
                x = torch.lgamma(x) + torch.digamma(x)
                return self.fc(x)
        """;

    [Fact]
    public void Export_OperatorsWithoutAForm_NamesEachWithItsLine()
    {
        var export = OnnxExporter.Export(Trace(Source), Weights(Trace(Source)), new OnnxOptions("test"));

        Assert.False(export.Succeeded);
        Assert.Equal(["line 11: lgamma has no form in ONNX here.", "line 11: digamma has no form in ONNX here."], export.Problems.AsEnumerable());
    }

    [Fact]
    public void Export_WithoutTheWeights_NamesTheFirstThatIsMissing()
    {
        var network = Trace(Source.Replace("torch.lgamma(x) + torch.digamma(x)", "x.relu()", StringComparison.Ordinal));

        var export = OnnxExporter.Export(network, new Dictionary<string, NamedTensor>(), new OnnxOptions("test"));

        Assert.Equal(
            ["line 12 in module fc: linear needs the values of 'fc.weight', which are neither among the weights nor constants."],
            export.Problems.AsEnumerable());
    }

    [Fact]
    public void Export_TheSameNetworkTwice_WritesTheSameBytes()
    {
        var network = Trace(Source.Replace("torch.lgamma(x) + torch.digamma(x)", "x.relu()", StringComparison.Ordinal));

        Assert.Equal(Bytes(network), Bytes(network));
    }

    [Fact]
    public void FitsIntoOneFile_MoreThanTwoGibibytes_IsFalse()
    {
        var mebibytes = new OnnxTensor("weight", [1L << 28], ElementType.Float32, new byte[1 << 20]);

        Assert.True(OnnxExporter.FitsIntoOneFile(Enumerable.Repeat(mebibytes, 1900)));
        Assert.False(OnnxExporter.FitsIntoOneFile(Enumerable.Repeat(mebibytes, 2048)));
    }

    [SharedDataTheory("networks/feedback-run-first-600.jsonl", "networks/few-shot-paper.jsonl")]
    [InlineData("feedback-run-first-600.jsonl", 361)]
    [InlineData("few-shot-paper.jsonl", 42)]
    public void Export_PublishedSources_WritesAllThatAreAcceptedForAnyBatch(string file, int accepted)
    {
        var exports = new List<OnnxExport>();
        foreach (var line in File.ReadLines(SharedData.Find("networks", file)!))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var input = root.GetProperty("input").EnumerateArray().Select(size => size.GetInt32());
            var request = new TraceRequest(new NetworkShape([.. input], root.GetProperty("classes").GetInt32())) { ChecksOutput = false };
            if (new ArchitectureTracer(TracingLimits.Default).Trace(root.GetProperty("source").GetString()!, request).Architecture is { } network)
            {
                exports.Add(OnnxExporter.Export(network, Weights(network), new OnnxOptions("test")));
            }
        }

        Assert.Equal(accepted, exports.Count);
        Assert.All(exports, export => Assert.True(export is { Succeeded: true, Batch: null }, string.Join(' ', export.Problems)));
    }

    private static byte[] Bytes(Architecture network)
    {
        using var stream = new MemoryStream();
        OnnxExporter.Export(network, SampleWeights.Of(network), new OnnxOptions("test")).Write(stream);
        return stream.ToArray();
    }

    private static Architecture Trace(string source) =>
        new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(new NetworkShape([3, 2, 2], 2))).Architecture!;

    // Weights without their elements: what is written is not looked at.
    private static Dictionary<string, NamedTensor> Weights(Architecture network) =>
        network.State.ToDictionary(entry => entry.Name, entry => new NamedTensor(entry.Name, entry.Shape, entry.Element, ReadOnlyMemory<byte>.Empty));
}
