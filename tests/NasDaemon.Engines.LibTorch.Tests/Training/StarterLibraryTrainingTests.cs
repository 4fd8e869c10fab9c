using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests.Training;

/// <summary>The networks of <c>library/</c>: between them they have nearly every kind of layer.</summary>
[Collection(NativeHandles.Collection)]
public sealed class StarterLibraryTrainingTests
{
    private const int Side = 16;

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Library"), "*.py").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TrainBatches_NetworkOfTheLibrary_MovesItsWeights(string name)
    {
        using var folder = new TemporaryFolder();
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Library", name));
        var shape = new NetworkShape([SmallNetworks.Channels, Side, Side], SyntheticImages.Classes);
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(shape));
        using var engine = new LibTorchEngine(new LibTorchOptions("cpu", ForceBFloat16: false));
        using var session = engine.Open(new SessionSetup(
            traced.Architecture!, Recipes.Augmented with { BatchSize = 2 }, SyntheticImages.Write(folder, side: Side), Seed: 1));
        var before = session.GetWeights();

        var metrics = session.TrainBatches(1, [], CancellationToken.None);

        Assert.True(double.IsFinite(metrics.MeanLoss), $"{metrics.MeanLoss}");
        Assert.Contains(before.Zip(session.GetWeights()), pair => !pair.First.Data.Span.SequenceEqual(pair.Second.Data.Span));
    }
}
