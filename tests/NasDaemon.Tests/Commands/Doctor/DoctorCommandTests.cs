using System.Text.Json;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Doctor;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Doctor_EverythingIsThere_NamesEngineStoreAndSelfTest()
    {
        using var home = new StoredHome();
        home.Commit(new Abstractions.Storage.StoreChange());

        var run = await home.RunAsync("doctor");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Matches("good     engine: libtorch [0-9.]+", run.Output);
        Assert.Contains("SQLite's check finds nothing wrong", run.Output, StringComparison.Ordinal);
        Assert.Contains("good     self-test: A small network was traced, built by libtorch", run.Output, StringComparison.Ordinal);
        Assert.Contains("Here: mnist", run.Output, StringComparison.Ordinal);
        Assert.Contains("→ nasdaemon run", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_DamagedStoreAndBlockedFolder_FailsWithARemedyForEach()
    {
        using var home = new DaemonHome();
        Directory.CreateDirectory(home.Combine("state"));
        await File.WriteAllTextAsync(home.Combine("state", "nasdaemon.db"), new string('x', 8192));
        await File.WriteAllTextAsync(home.Outbox, "a file");

        var run = await ProcessRun.NasDaemonAsync(home.Path, "doctor", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var broken = json.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("state").GetString() == "broken").ToList();
        Assert.Equal(1, run.ExitCode);
        Assert.False(json.RootElement.GetProperty("is_healthy").GetBoolean());
        Assert.Equal(["folders", "store"], broken.Select(finding => finding.GetProperty("area").GetString()));
        Assert.All(broken, finding => Assert.NotEmpty(finding.GetProperty("remedy").GetString()!));
    }
}
