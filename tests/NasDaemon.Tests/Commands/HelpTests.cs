using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("submit")]
    [InlineData("validate")]
    [InlineData("status")]
    [InlineData("cancel")]
    [InlineData("report")]
    [InlineData("trials")]
    [InlineData("compare")]
    [InlineData("logs")]
    [InlineData("gc")]
    [InlineData("plugins")]
    [InlineData("data")]
    [InlineData("data", "get")]
    [InlineData("data", "list")]
    [InlineData("model")]
    [InlineData("model", "get")]
    [InlineData("model", "list")]
    [InlineData("model", "test")]
    public async Task Help_EveryCommand_ShowsAnExampleAndTheExitCodes(params string[] command)
    {
        using var folder = new TemporaryFolder();

        var run = await ProcessRun.NasDaemonAsync(folder.Path, [.. command, "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Example:{Environment.NewLine}  nasdaemon {command[0]}", run.Output, StringComparison.Ordinal);
        Assert.Contains("5  another daemon holds the state folder", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Trace_ShowsAnExampleAndItsOwnExitCodes()
    {
        using var folder = new TemporaryFolder();

        var run = await ProcessRun.NasDaemonAsync(folder.Path, "trace", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Example:{Environment.NewLine}  nasdaemon trace", run.Output, StringComparison.Ordinal);
        Assert.Contains("1  a source was refused", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("another daemon", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnknownOption_EndsWithTheUsageCodeAndSaysWhich()
    {
        using var folder = new TemporaryFolder();

        var run = await ProcessRun.NasDaemonAsync(folder.Path, "status", "--nope");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--nope", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BrokenSettings_FailsWithFileLineAndColumn()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("nasdaemon.yaml"), "workers:\n  cuont: 2\n");

        var run = await ProcessRun.NasDaemonAsync(folder.Path, "status");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nasdaemon.yaml:2:3", run.Error, StringComparison.Ordinal);
    }
}
