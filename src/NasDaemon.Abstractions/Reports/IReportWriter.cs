namespace NasDaemon.Abstractions.Reports;

/// <summary>Turns a finished task into files.</summary>
public interface IReportWriter
{
    /// <summary>Writes its files.</summary>
    /// <param name="report">What happened.</param>
    /// <param name="folder">The folder to write into; it exists, and appears in the outbox by rename when every writer is done.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>When the files are written.</returns>
    Task WriteAsync(TaskReport report, string folder, CancellationToken cancellation);

    /// <summary>Writes its files for an experiment; a writer may have nothing to say of experiments.</summary>
    /// <param name="report">What happened.</param>
    /// <param name="folder">The folder to write into, as for a task.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>When the files are written.</returns>
    Task WriteAsync(ExperimentReport report, string folder, CancellationToken cancellation) => Task.CompletedTask;
}
