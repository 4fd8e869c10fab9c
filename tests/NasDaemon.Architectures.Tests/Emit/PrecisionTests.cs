using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Tests.Graphs;
using NasDaemon.Architectures.Values;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Emit;

public sealed class PrecisionTests
{
    private const string Cast = ".to(15)";

    [Fact]
    public void Lower_Float32_CastsNothing() => Assert.DoesNotContain(".to(", Lower(Residual(), Precision.Float32), StringComparison.Ordinal);

    [Fact]
    public void Lower_FirstConvolutionOnThreeChannels_StaysInFloat32() =>
        Assert.DoesNotContain(Cast, Lower(OneConvolution(channels: 3, groups: 1), Precision.BFloat16), StringComparison.Ordinal);

    [Fact]
    public void Lower_ConvolutionOnManyChannels_CastsInputAndKernel() =>
        Assert.Contains(
            "xh = x" + Cast,
            Lower(OneConvolution(channels: 16, groups: 1), Precision.BFloat16),
            StringComparison.Ordinal);

    [Fact]
    public void Lower_DepthwiseConvolution_StaysInFloat32() =>
        Assert.DoesNotContain(Cast, Lower(OneConvolution(channels: 16, groups: 16), Precision.BFloat16), StringComparison.Ordinal);

    [Fact]
    public void Lower_ReluAfterBatchNorm_WorksInPlace() =>
        Assert.Contains("torch.relu_(", Lower(Residual(), Precision.Float32), StringComparison.Ordinal);

    [Fact]
    public async Task Lower_BFloat16_AgreesWithFloat32WithinItsAccuracy()
    {
        using var folder = new TemporaryFolder();
        var network = Residual();
        var item = new JsonObject
        {
            ["state"] = new JsonArray([.. network.State.Select(entry => (JsonNode)new JsonArray(
                entry.Name, new JsonArray([.. entry.Shape.Select(size => (JsonNode)size)]), entry.IsParameter))]),
            ["input"] = new JsonArray([.. network.Inputs[0].At(8).Select(size => (JsonNode)size)]),
            ["float32"] = Lower(network, Precision.Float32),
            ["bfloat16"] = Lower(network, Precision.BFloat16),
        };
        await File.WriteAllTextAsync(folder.Combine("item"), item.ToJsonString());
        var script = System.IO.Path.Combine(AppContext.BaseDirectory, "Emit", "judge_precision.py");
        var differences = await PythonTorch.RunAsync(script, folder.Combine("item"));
        Assert.True(differences.Length == 0, differences);
    }

    private static string Lower(Architecture architecture, Precision precision) =>
        TorchScriptEmitter.Lower(architecture, new LoweringOptions(precision)).ForwardSource;

    private static Architecture OneConvolution(int channels, int groups)
    {
        var sample = new SampleGraphs();
        return sample.Build(sample.Convolution("conv", sample.Input(channels, 8, 8), 16, groups: groups));
    }

    private static Architecture Residual()
    {
        var sample = new SampleGraphs();
        var stem = Block(sample, "stem", sample.Input(3, 8, 8));
        var body = sample.Call(".__add__", sample.BatchNorm("body.1", sample.Convolution("body.0", Block(sample, "first", stem), 32)), stem);
        var pooled = sample.Call("torch.nn.functional.adaptive_avg_pool2d", sample.Call("torch.relu", body), new IntegerValue(1));
        var features = sample.Call("torch.flatten", pooled, new IntegerValue(1));
        return sample.Build(sample.Call("torch.nn.functional.linear", features, sample.Weight("head.weight", 10, 32)));
    }

    private static TensorValue Block(SampleGraphs sample, string name, TensorValue input) =>
        sample.Call("torch.relu", sample.BatchNorm(name + ".1", sample.Convolution(name + ".0", input, 32)));
}
