using NasDaemon.Abstractions.Reports;
using NasDaemon.Testing;

namespace NasDaemon.Reports.Text.Tests.Samples;

/// <summary>What a writer writes.</summary>
internal static class WrittenFile
{
    /// <summary>The text of the only file that a writer leaves.</summary>
    public static async Task<string> OfAsync(IReportWriter writer, TaskReport report)
    {
        using var folder = new TemporaryFolder();
        await writer.WriteAsync(report, folder.Path, CancellationToken.None);
        return await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder.Path)));
    }

    /// <summary>The text of a file that lies beside the tests.</summary>
    public static string Expected(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", name));
}
