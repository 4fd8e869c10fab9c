using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Search.Spaces;
using NasDaemon.Testing;
using NasDaemon.Testing.Onnx;

namespace NasDaemon.Exports.Tests.Onnx;

/// <summary>Exported networks against the ONNX project's checker, and their outputs against PyTorch's on the same weights.</summary>
public sealed class OnnxAgainstPyTorchTests
{
    // What the networks of the tests use that has no form in ONNX.
    private static readonly string[] Refused = ["spectral_norms.py", "lazy.py"];

    // Weights are the time that these tests take; the operators of the larger networks are those of the smaller.
    private const long MostParameters = 6_000_000;

    [Theory]
    [InlineData("library", 18)]
    [InlineData("emit", 14)]
    [InlineData("styles", 27)]
    [InlineData("torchvision", 4)]
    public async Task Export_NetworksInTheWild_ComputesWhatTheirSourceComputesInPyTorch(string folder, int count)
    {
        // A quarter of the pixels where the networks follow their input.
        var shape = new NetworkShape(folder == "library" ? [3, 16, 16] : [3, 32, 32], 10);
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Networks", folder), "*.py").Order(StringComparer.Ordinal);
        var cases = files.Where(file => !Refused.Contains(Path.GetFileName(file))).Select(file => Case(file, shape))
            .Where(one => one.Architecture.ParameterCount <= MostParameters).ToArray();

        Assert.True(cases.Length >= count, $"{cases.Length} networks");
        AssertAgree(await OnnxJudge.CompareAsync(cases));
    }

    [Fact]
    public async Task Export_SamplesOfEverySpace_ComputesWhatPyTorchComputes()
    {
        var shape = new NetworkShape([3, 16, 16], 10);
        var spaces = PluginComponents.Of(new SpacesPlugin()).Spaces.ToArray();
        var cases = spaces.SelectMany(space => Enumerable.Range(0, 2).Select(seed =>
        {
            var folders = new DaemonFolders("inbox", "outbox", "state", "data", "models");
            var context = new ComponentContext(DefaultOptions.Of(space.Description), folders, TimeProvider.System, NullLoggerFactory.Instance);
            return new OnnxCase($"{space.Description.Name} {seed}", Trace(space.Create(context).Build(new RandomChoices(new Random(seed)), shape), shape));
        }));

        Assert.Equal(6, spaces.Length);
        AssertAgree(await OnnxJudge.CompareAsync(cases));
    }

    // Plain tensors that are no part of the state cannot be given to the source's own class; there its lowering is the judge.
    private static OnnxCase Case(string file, NetworkShape shape)
    {
        var network = Trace(File.ReadAllText(file), shape);
        return new OnnxCase(Path.GetFileName(file), network, network.State.All(entry => entry.IsPersistent) ? file : null);
    }

    private static void AssertAgree(IReadOnlyList<OnnxVerdict> verdicts) =>
        Assert.True(verdicts.All(verdict => verdict.Agrees), string.Join('\n', verdicts.Where(verdict => !verdict.Agrees)));

    private static Architecture Trace(string source, NetworkShape shape)
    {
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(shape));
        Assert.True(traced.IsAccepted, traced.Failure?.ToString());
        return traced.Architecture;
    }
}
