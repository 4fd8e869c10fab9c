using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Commands.Submitting;

/// <summary>What became of a submission, as it is written as JSON.</summary>
internal static class SubmissionJson
{
    /// <summary>Describes it.</summary>
    /// <param name="file">Where the task lay in the inbox.</param>
    /// <param name="task">The task at its end; null where nobody waited for it.</param>
    /// <param name="outbox">The outbox.</param>
    /// <returns>The object.</returns>
    public static object Of(string file, TaskRecord? task, string outbox) => new
    {
        File = file,
        Task = task?.Id,
        task?.State,
        task?.Message,
        Folder = task is null ? null : Path.Combine(outbox, task.Id),
        Best = task is null ? null : ReportSummary.Read(Path.Combine(outbox, task.Id)),
    };
}
