using System.Diagnostics;
using System.Text.Json;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Results;

public sealed class ReportCommandTests(ResultHome results) : IClassFixture<ResultHome>
{
    [Fact]
    public async Task Report_OfATaskThatHasEnded_IsPrinted() => Assert.Equal("# good\n\nA network of 95 %.\n", (await results.Home.RunAsync("report", "good")).Output);

    [Fact]
    public async Task Report_Json_IsTheFileForPrograms()
    {
        using var json = JsonDocument.Parse((await results.Home.RunAsync("report", "good", "--json")).Output);

        Assert.Equal("good", json.RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Report_OfATaskThatGoesOn_SaysHowToWatchIt()
    {
        var run = await results.Home.RunAsync("report", "now");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("it is searching. 'nasdaemon status --watch'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_UnknownTask_IsNotFoundAndNamesTheNearest()
    {
        var run = await results.Home.RunAsync("report", "godo");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("There is no task 'godo'. Did you mean 'good'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OpenOnADesktop_HandsThePageToItsOpener()
    {
        var programs = Directory.CreateDirectory(results.Home.Combine("programs")).FullName;
        var opened = results.Home.Combine("opened");
        var opener = Path.Combine(programs, "xdg-open");
        await File.WriteAllTextAsync(opener, $"#!/bin/sh\necho \"$1\" > {opened}\n");
        await ProcessRun.RunAsync("chmod", programs, "+x", opener);
        var start = new ProcessStartInfo(Build.Executable, ["report", "good", "--open", "--home", results.Home.Path]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{programs}:{start.Environment["PATH"]}";
        start.Environment["DISPLAY"] = ":99";

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(Path.Combine(results.Home.Outbox, "good", "report.html"), (await File.ReadAllTextAsync(opened)).Trim());
    }
}
