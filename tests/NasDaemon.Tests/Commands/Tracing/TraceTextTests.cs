using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

public sealed class TraceTextTests
{
    private const string Network = """
        import torch
        import torch.nn as nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv = nn.Conv2d(1, 4, 3, padding=1)
                self.pool = nn.AdaptiveAvgPool2d(1)
                self.head = nn.Linear(FEATURES, 10)

            def forward(self, x):
                x = torch.relu(self.conv(x))
                return self.head(self.pool(x).flatten(1))

        """;

    [Fact]
    public async Task Trace_GoodSource_ListsLayersShapesParametersAndTotals()
    {
        var run = await TraceAsync("4");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("conv2d", run.Output, StringComparison.Ordinal);
        Assert.Contains("N×4×28×28", run.Output, StringComparison.Ordinal);

        // 4·1·3·3 + 4 and 10·4 + 10.
        Assert.Matches("parameters +90\n", run.Output);
    }

    [Fact]
    public async Task Trace_WrongShapes_ShowsPyTorchsMessageAndACaretUnderThePlace()
    {
        var run = await TraceAsync("5");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x4 and 5x10)", run.Output, StringComparison.Ordinal);
        Assert.Contains("net.py:14:", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"14 \|         return self\.head\(self\.pool\(x\)\.flatten\(1\)\)\n      \| +\^", run.Output);
    }

    [Theory]
    [InlineData("--input", "3x")]
    [InlineData("--input", "0x32x32")]
    [InlineData("--input", "1x2x3x4x5")]
    [InlineData("--classes", "0")]
    [InlineData("--prm", "lr")]
    [InlineData("--prm", "{\"lr\": [1]}")]
    public async Task Trace_WrongOption_EndsWithTheUsageCode(string option, string value) =>
        Assert.Equal(2, (await TraceAsync("4", option, value)).ExitCode);

    private static async Task<ProcessRun> TraceAsync(string features, params string[] options)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("net.py"), Network.Replace("FEATURES", features, StringComparison.Ordinal));
        string[] shape = options.Contains("--input") ? [] : ["--input", "1x28x28"];
        return await ProcessRun.NasDaemonAsync(folder.Path, ["trace", "net.py", .. shape, .. options]);
    }
}
