using System.Globalization;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.TensorBoard.Events;
using NasDaemon.Reports.TensorBoard.Records;
using NasDaemon.Reports.TensorBoard.Runs;

namespace NasDaemon.Reports.TensorBoard;

/// <summary>
/// Writes <c>tensorboard/trial-NNNN/</c> with one event file each, for the final trainings and the best search trials. Nothing of a task
/// whose trainings a table answered: nothing was trained.
/// </summary>
internal sealed class TensorBoardReportWriter : IReportWriter
{
    /// <summary>The folder of all trials.</summary>
    public const string FolderName = "tensorboard";

    /// <inheritdoc/>
    public async Task WriteAsync(TaskReport report, string folder, CancellationToken cancellation)
    {
        if (report.Table is not null)
        {
            return;
        }

        foreach (var run in TrainedRun.Of(report))
        {
            using var bytes = new MemoryStream();
            RecordStream.Write(bytes, EventSequence.Of(run, report.Task.Training));
            var place = Directory.CreateDirectory(Path.Combine(folder, FolderName, Name(run))).FullName;
            await File.WriteAllBytesAsync(Path.Combine(place, FileName(run)), bytes.ToArray(), cancellation).ConfigureAwait(false);
        }
    }

    private static string Name(TrainedRun run) => string.Create(CultureInfo.InvariantCulture, $"trial-{run.Trial.Key.Number:D4}");

    // TensorBoard takes every file with "tfevents" in its name; the second that follows is the beginning by custom.
    private static string FileName(TrainedRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{run.Trial.Created.ToUnixTimeSeconds():D10}.nasdaemon");
}
