using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Mending;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Mending;

public sealed class SourceMenderTests
{
    private static readonly TraceRequest Request = new(new NetworkShape([3, 32, 32], 10));

    private readonly SourceMender _mender = new(new ArchitectureTracer(TracingLimits.Default));

    public static TheoryData<BrokenNetwork> Broken => [.. BrokenNetworks.All];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Mend_CureFollowsFromShapes_CuresItWhereItWasWritten(BrokenNetwork network)
    {
        var mended = _mender.Mend(network.Source, Request);

        Assert.Null(mended.Result.Failure);
        Assert.Contains(network.Cured, mended.Source, StringComparison.Ordinal);
        Assert.NotEmpty(mended.Cures);
        Assert.All(mended.Cures, cure => Assert.StartsWith("@@ -", cure.Change, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mend_EveryCure_RunsInPyTorch()
    {
        using var folder = new TemporaryFolder();
        var paths = new List<string>();
        foreach (var network in BrokenNetworks.All)
        {
            var path = Path.Combine(folder.Path, $"{paths.Count}.py");
            await File.WriteAllTextAsync(path, _mender.Mend(network.Source, Request).Source);
            paths.Add(path);
        }

        var output = await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "Mending", "run_networks.py"), [.. paths]);

        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.EndsWith("[2, 10]", line, StringComparison.Ordinal));
        Assert.Equal(paths.Count, output.Count(character => character == '\n'));
    }

    [Theory]
    [InlineData("layers that differ in a loop", "self.layers = nn.ModuleList(nn.Linear(3072, 64) for _ in range(2))\nself.fc = nn.Linear(64, 10)", "x = x.flatten(1)\nfor layer in self.layers:\n    x = layer(x)\nreturn self.fc(x)")]
    [InlineData("two names that are equally close", "self.fc1 = nn.Linear(3072, 64)\nself.fc2 = nn.Linear(64, 10)", "return self.fc2(self.fc3(x.flatten(1)))")]
    [InlineData("a layer that is given a number", "self.fc = nn.Linear(3072, 10)", "return self.fc(x.sum())")]
    [InlineData("a norm that is given a number", "self.norm = nn.LayerNorm([3, 32])", "return self.norm(x.sum())")]
    [InlineData("sums of different channels", "self.a = nn.Conv2d(3, 8, 3)\nself.b = nn.Conv2d(3, 9, 3)", "return (self.a(x) + self.b(x)).mean((2, 3))")]
    public void Mend_CureDoesNotFollow_LeavesTheSourceAlone(string name, string constructor, string forward)
    {
        var network = BrokenNetwork.Of(name, constructor, forward, string.Empty);

        var mended = _mender.Mend(network.Source, Request);

        Assert.NotNull(mended.Result.Failure);
        Assert.DoesNotContain(ArchitectureTracer.FaultText, mended.Result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(network.Source, mended.Source);
        Assert.Empty(mended.Cures);
    }

    [Fact]
    public void Mend_RightSource_ChangesNothing()
    {
        var network = BrokenNetwork.Of("nothing", "self.fc = nn.Linear(3072, 10)", "return self.fc(torch.flatten(x, 1))", string.Empty);

        var mended = _mender.Mend(network.Source, Request);

        Assert.Equal(network.Source, mended.Source);
        Assert.Empty(mended.Cures);
    }

    [Fact]
    public void Mend_OneNumber_WritesItAsAUnifiedDifference()
    {
        var network = BrokenNetwork.Of("inputs", "self.fc = nn.Linear(1000, 10)", "return self.fc(x.flatten(1))", string.Empty);

        var cure = Assert.Single(_mender.Mend(network.Source, Request).Cures);

        Assert.Equal(
            "@@ -7,3 +7,3 @@\n         super().__init__()\n-        self.fc = nn.Linear(1000, 10)\n+        self.fc = nn.Linear(3072, 10)\n \n",
            cure.Change);
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied", cure.Failure.Message, StringComparison.Ordinal);
    }
}
