using NasDaemon.Abstractions.Reports;
using NasDaemon.Testing;
using NasDaemon.Testing.Generated;

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

    /// <summary>Compares what a writer writes with the file of a name beside the tests.</summary>
    public static async Task CheckAsync(string name, IReportWriter writer, TaskReport report) => GeneratedFile.Check(
        Repository.Combine("tests", "NasDaemon.Reports.Text.Tests", "Expected", name),
        (await OfAsync(writer, report)).Replace("\r\n", "\n", StringComparison.Ordinal));
}
