using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tests.Emit;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Versions;

/// <summary>What only newer versions of PyTorch have, each source with the same network in terms of the version that judges.</summary>
public sealed class NewerVersionsTests
{
    private static readonly NetworkShape Shape = new([3, 32, 32], 10);

    [Fact]
    public async Task Lower_NetworksOfNewerVersions_ComputeWhatTheirReferencesDo()
    {
        var networks = NetworkCase.In("Versions", Shape);

        Assert.True(networks.Count >= 7);
        var differences = await NetworkJudge.CompareAsync(networks);
        Assert.True(differences.Length == 0, differences);
    }

    [Theory]
    [InlineData("root_mean_square", "2.4")]
    [InlineData("attention", "2.0")]
    [InlineData("grouped_attention", "2.5")]
    [InlineData("norms_and_padding", "2.1")]
    [InlineData("buffers", "2.5")]
    [InlineData("compiled", "2.2")]
    [InlineData("weight_length", "2.1")]
    public async Task Trace_NetworkOfNewerVersion_SaysWhichItNeeds(string name, string version)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Versions", $"{name}.py"));

        Assert.Equal(version, new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(Shape)).MinimumVersion);
    }
}
