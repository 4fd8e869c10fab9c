using NasDaemon.Commands;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

public sealed class TraceTextTests
{
    private const string Network = """
        import torch
        import torch.nn as nn

        class Block(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv = nn.Conv2d(4, 4, 3, padding=1)
                self.act = nn.ReLU()

            def forward(self, x):
                return x + self.act(self.conv(x))

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.stem = nn.Conv2d(1, 4, 3, padding=1)
                block = Block()
                self.layers = nn.Sequential(block, block)
                self.old = nn.Linear(3, 3)
                self.head = nn.Linear(FEATURES, 10)

            def forward(self, x):
                x = self.layers(torch.relu(self.stem(x)))
                return self.head(x.mean((2, 3)))  # one value a channel
        """;

    [Fact]
    public async Task Trace_GoodSource_ListsModulesAndOperatorsAsATree()
    {
        var run = await TraceAsync("4");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string[] tree =
        [
            "layer", "Net", "├─ stem: Conv2d", "├─ relu", "├─ layers: Sequential", "│  ├─ 0: Block", "│  │  ├─ conv: Conv2d", "│  │  ├─ act: ReLU",
            "│  │  └─ add", "│  └─ 0: Block (recursive)", "│     ├─ conv: Conv2d (recursive)", "│     ├─ act: ReLU (recursive)", "│     └─ add", "├─ mean", "└─ head: Linear",
        ];
        var lines = run.Output.Split('\n');
        Assert.All(tree.Zip(lines), pair => Assert.StartsWith(pair.First + " ", pair.Second, StringComparison.Ordinal));
        Assert.Matches("stem: Conv2d +N×1×28×28 +N×4×28×28 +40 +59,584 +23", lines[2]);
        Assert.Matches("conv: Conv2d +N×4×28×28 +N×4×28×28 +148 +", lines[6]);
    }

    [Fact]
    public async Task Trace_GoodSource_AddsUpItsFigures()
    {
        var run = await TraceAsync("4");

        // The stem's 40, the block's 148, the head's 50, and the 12 of the layer that forward leaves out.
        Assert.Matches("parameters +250, 250 of them trainable\n", run.Output);
        Assert.Matches("not used +12 parameters that the output does not depend on: old.weight, old.bias\n", run.Output);
        Assert.Matches("fingerprints +[0-9a-f]{32} ", run.Output);
    }

    [Fact]
    public async Task Trace_WithDepth_SumsUpWhatIsDeeper()
    {
        var run = await TraceAsync("4", "--depth", "1");

        Assert.DoesNotContain("Block", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"├─ layers: Sequential +N×4×28×28 +N×4×28×28 +148 +", run.Output);
    }

    [Fact]
    public async Task Trace_WrongShapes_ShowsPyTorchsMessageAndMarksThePlace()
    {
        var run = await TraceAsync("5");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("net.py:24", run.Output, StringComparison.Ordinal);
        Assert.Contains(": shape_mismatch: mat1 and mat2 shapes cannot be multiplied (2x4 and 5x10)\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"   24 \|         return self\.head.+channel\n      \| +\^", run.Output);
        Assert.Contains("in module head\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("hint: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_SeveralSources_GetALineEachAndTotals()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("a.py"), TraceRun.Source(3072));
        await File.WriteAllTextAsync(folder.Combine("b.py"), TraceRun.Source(3));
        await File.WriteAllTextAsync(folder.Combine("c.py"), $"# The same in other words.\n{TraceRun.Source(3072)}");

        var run = await ProcessRun.NasDaemonAsync(folder.Path, "trace", "a.py", "b.py", "c.py");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("a.py: accepted: 30,730 parameters, 61,450 FLOPs, output N×10\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"b\.py:9(:\d+)?: shape_mismatch: mat1 and mat2", run.Output);
        Assert.Contains("3 sources: 2 accepted, 1 refused.\n       1  shape_mismatch\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Different networks among the accepted: 1.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_ControlCharactersInASource_DoNotReachTheTerminal()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("net.py"), "x = '\u001b[31m\u202e' +\n");

        var run = await ProcessRun.NasDaemonAsync(folder.Path, "trace", "net.py");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("x = '\uFFFD[31m\uFFFD' +", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--input", "3x")]
    [InlineData("--input", "0x32x32")]
    [InlineData("--input", "1x2x3x4x5")]
    [InlineData("--classes", "0")]
    [InlineData("--prm", "lr")]
    [InlineData("--prm", "{\"lr\": [1]}")]
    [InlineData("--depth", "-1")]
    public void Trace_WrongOption_IsAnErrorThatNamesIt(string option, string value)
    {
        var errors = CommandLine.Create().Parse(["trace", "net.py", option, value]).Errors;

        Assert.Contains(option, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private static async Task<ProcessRun> TraceAsync(string features, params string[] options)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("net.py"), Network.Replace("FEATURES", features, StringComparison.Ordinal));
        return await ProcessRun.NasDaemonAsync(folder.Path, ["trace", "net.py", "--input", "1x28x28", .. options]);
    }
}
