using System.Text.Json;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Search.Spaces.Tests;

/// <summary>What the tracer and the lowering make of written networks, against PyTorch's own reading of the same source.</summary>
public sealed class TracedNetworkTests
{
    private const int Networks = 100;

    private static readonly ArchitectureTracer Tracer = new(TracingLimits.Default);

    // One process for all spaces: PyTorch takes a while to start.
    private static readonly Lazy<Task<ILookup<string, string>>> Verdicts = new(CompareAsync);

    public static TheoryData<string> Spaces => SpaceCatalogue.Theory;

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Trace_HundredSamples_EqualPyTorchInStateParametersAndOutputs(string space)
    {
        var verdicts = (await Verdicts.Value)[space].ToList();

        Assert.Equal(Networks, verdicts.Count);
        Assert.True(verdicts.TrueForAll(verdict => verdict == "equal"), string.Join('\n', verdicts.Where(verdict => verdict != "equal").Take(3)));
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Trace_OtherInputs_AreAccepted(string space)
    {
        NetworkShape[] shapes = [new([3, 32, 32], 100), new([3, 224, 224], 1000), new([3, 57, 25], 1), new([1, 40], 10)];
        var random = new Random(52);
        foreach (var shape in shapes)
        {
            var sampler = SpaceCatalogue.Sampler(space, shape);
            for (var round = 0; round < 20; round++)
            {
                Trace(sampler.Sample(random), shape);
            }
        }
    }

    [Fact]
    public void Trace_Supernet_TakesItsWeights()
    {
        var network = SpaceCatalogue.Sampler("cell", SpaceCatalogue.Digits).Supernet(new Random(1));

        var result = Tracer.Trace(network.Source, new TraceRequest(SpaceCatalogue.Digits) { ExtraInputs = [new TensorType([6, 5])] });

        Assert.True(result.IsAccepted, result.Failure?.ToString());
        Assert.Equal(2, result.Architecture.Inputs.Length);
    }

    private static async Task<ILookup<string, string>> CompareAsync()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("networks.jsonl");
        await File.WriteAllLinesAsync(file, SpaceCatalogue.Names.SelectMany(Sample));
        var output = await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "compare_traced.py"), file);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Index()
            .ToLookup(line => SpaceCatalogue.Names[line.Index / Networks], line => line.Item);
    }

    private static IEnumerable<string> Sample(string space)
    {
        var sampler = SpaceCatalogue.Sampler(space, SpaceCatalogue.Digits);
        var random = new Random(51);
        return Enumerable.Range(0, Networks).Select(_ => Describe(sampler.Sample(random), SpaceCatalogue.Digits));
    }

    private static string Describe(SampledNetwork network, NetworkShape shape)
    {
        var architecture = Trace(network, shape);
        return JsonSerializer.Serialize(new
        {
            source = network.Source,
            input = shape.Input,
            state = architecture.State.Select(entry => new { name = entry.Name, shape = entry.Shape, isParameter = entry.IsParameter }),
            parameters = architecture.ParameterCount,
            flops = architecture.Flops,
            forward = TorchScriptEmitter.Lower(architecture, new LoweringOptions(Precision.Float32)).ForwardSource,
        });
    }

    private static Architecture Trace(SampledNetwork network, NetworkShape shape)
    {
        var result = Tracer.Trace(network.Source, new TraceRequest(shape));
        Assert.True(result.IsAccepted, $"{result.Failure}\n{network.Source}");
        return result.Architecture;
    }
}
