using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Live.Serving;

/// <summary>The files of finished tasks: regular ones below the outbox, reached through no link and no hidden folder.</summary>
/// <param name="outbox">The outbox.</param>
internal sealed class OutboxFiles(string outbox)
{
    /// <summary>The report that explains itself.</summary>
    public const string Report = "report.html";

    private const int DeepestPath = 8;

    private static readonly ImmutableArray<string> Shown =
    [
        Report, "report.md", "report.json", "trials.csv", "REJECTED.md", "FAILED.md",
        "best/model.py", "best/model.pt", "best/weights.safetensors", "best/README.md",
    ];

    /// <summary>What there is to look at of a task, as far as every task's folder has the same.</summary>
    public ImmutableArray<string> Known(string task) => [.. Shown.Where(name => Place(task, name) is not null)];

    /// <summary>Opens a file of a task.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="name">The file's path below the task's folder.</param>
    /// <returns>The file; null where there is none that may be given out.</returns>
    public SafeFileHandle? Open(string task, string name) => Place(task, name) is { } path ? RegularFile.Open(path).File : null;

    private string? Place(string task, string name)
    {
        var parts = name.Split('/');
        if (!TaskName.IsLegal(task) || parts.Length > DeepestPath || !parts.All(IsPlain))
        {
            return null;
        }

        var path = outbox;
        foreach (var folder in (string[])[task, .. parts[..^1]])
        {
            path = Path.Combine(path, folder);
            if (FileStatus.Of(path) is not { Kind: FileKind.Folder })
            {
                return null;
            }
        }

        path = Path.Combine(path, parts[^1]);
        return FileStatus.Of(path) is { Kind: FileKind.Regular } ? path : null;
    }

    private static bool IsPlain(string part) => part.Length > 0 && part[0] != '.' && !part.AsSpan().ContainsAny('\\', '\0');
}
