using NasDaemon.Commands;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

public sealed class TraceOutputTests : IDisposable
{
    private const string Residual = """
        import torch
        import torch.nn as nn
        import torch.nn.functional as F


        class Block(nn.Module):
            def __init__(self, width):
                super().__init__()
                self.conv = nn.Conv2d(width, width, 3, padding=1, bias=False)
                self.norm = nn.BatchNorm2d(width)

            def forward(self, x):
                return F.relu(x + self.norm(self.conv(x)))


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.stem = nn.Conv2d(1, 8, 5, stride=2)
                self.layers = nn.Sequential(Block(8), Block(8))
                self.scale = nn.Parameter(torch.ones(8))
                self.head = nn.Linear(8, 10)

            def forward(self, x):
                x = self.layers(self.stem(x)).mean((2, 3))
                return self.head(x * self.scale)
        """;

    private readonly TemporaryFolder _folder = new();

    public TraceOutputTests()
    {
        File.WriteAllText(_folder.Combine("residual.py"), Residual);
        File.WriteAllText(_folder.Combine("linear.py"), TraceRun.Source(784));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Export_SeveralSources_LoadIntoTheirClassesWithTheSameOutputsAndGradients()
    {
        var run = await TraceAsync("residual.py", "linear.py", "--export", "models");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string[] names = ["residual", "linear"];
        var judged = await ExportJudge.JudgeAsync("1x28x28", names.Select(name => (_folder.Combine($"{name}.py"), _folder.Combine("models", $"{name}.pt"))));
        Assert.Equal([1490, 7850], judged.Select(judge => judge.Parameters));
        Assert.All(judged, judge => Assert.True(judge is { Output: < 1e-4, Gradient: < 1e-4 }, $"{judge}"));
    }

    [Fact]
    public async Task Export_SeveralKinds_AreNamedInTheJson()
    {
        var run = await TraceRun.RunAsync(_folder.Path, "residual.py", "--input", "1x28x28", "--dot", "net.dot", "--torchscript", "net.ts");

        var files = Assert.Single(run.Objects).GetProperty("files");
        Assert.Equal("""{"torchscript":"net.ts","dot":"net.dot"}""", files.GetRawText());
        Assert.StartsWith("digraph", await File.ReadAllTextAsync(_folder.Combine("net.dot")), StringComparison.Ordinal);
        Assert.StartsWith("def forward(self, x: Tensor) -> Tensor:", await File.ReadAllTextAsync(_folder.Combine("net.ts")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_PlaceThatCannotBeWritten_IsToldAndTheCodeSaysSo()
    {
        var run = await TraceAsync("linear.py", "--torchscript", "absent/net.ts");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("linear.py: --torchscript: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dot_WithoutFile_DrawsEveryOperatorAndTheSkip()
    {
        var run = await TraceAsync("residual.py", "--dot");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("digraph \"Net\" {", run.Output, StringComparison.Ordinal);
        Assert.Contains("label=\"layers.0  (Block)\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("stem: conv2d\\n8×1×5×5", run.Output, StringComparison.Ordinal);

        // The stem's output goes into the first block's convolution and into its sum.
        Assert.Contains("n0 -> n1;", run.Output, StringComparison.Ordinal);
        Assert.Contains("n0 -> n3;", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Torchscript_RefusedSource_WritesNothingToStandardOutput()
    {
        File.WriteAllText(_folder.Combine("wrong.py"), TraceRun.Source(3));

        var run = await TraceAsync("wrong.py", "--torchscript");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("would overwrite linear.py", "--dot", "linear.py", "residual.py")]
    [InlineData("takes one source", "linear.py", "residual.py", "--dot")]
    [InlineData("takes a folder", "linear.py", "residual.py", "--export", "model.pt")]
    [InlineData("cannot both write to standard output", "linear.py", "--dot", "--json")]
    [InlineData("cannot both write to standard output", "linear.py", "--dot", "--torchscript")]
    public void Outputs_ThatCannotBe_AreRefusedBeforeAnythingIsWritten(string message, params string[] arguments)
    {
        var errors = CommandLine.Create().Parse(["trace", .. arguments]).Errors;

        Assert.Contains(message, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private Task<ProcessRun> TraceAsync(params string[] arguments) =>
        ProcessRun.NasDaemonAsync(_folder.Path, ["trace", "--input", "1x28x28", .. arguments]);
}
