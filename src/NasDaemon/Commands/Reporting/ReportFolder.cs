using NasDaemon.Pipeline.Experiments;

namespace NasDaemon.Commands.Reporting;

/// <summary>What a task left in the outbox.</summary>
/// <param name="outbox">The outbox.</param>
/// <param name="id">The id of a task that the store knows, or of a run of an experiment.</param>
internal sealed class ReportFolder(string outbox, string id)
{
    private const string Runs = "runs";

    /// <summary>The folder.</summary>
    public string Path { get; } = RunId.IsRun(id) && id.Split('/') is [var experiment, .. var rest]
        ? System.IO.Path.Combine([outbox, experiment, Runs, .. rest])
        : System.IO.Path.Combine(outbox, id);

    /// <summary>What people read: the report, or why there is none; null where the folder holds neither.</summary>
    public string? Text => First("report.md", "FAILED.md", "REJECTED.md");

    /// <summary>What programs read; null where there is no report.</summary>
    public string? Json => First("report.json");

    /// <summary>What a browser shows; the text where there is no page.</summary>
    public string? Page => First("report.html") ?? Text;

    private string? First(params string[] names) => names.Select(name => System.IO.Path.Combine(Path, name)).FirstOrDefault(File.Exists);
}
