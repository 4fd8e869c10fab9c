using System.Globalization;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tables;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Service;

namespace NasDaemon.Commands.Status;

/// <summary>What runs, waits and has ended in plain text, which scripts may read.</summary>
internal static class StatusText
{
    /// <summary>The headings of the table, here and on a terminal.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["task", "state", "since", "seconds", "message"];

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="snapshot">What runs, waits and has ended.</param>
    public static void Write(TextWriter output, StatusSnapshot snapshot)
    {
        if (snapshot.Tasks.IsEmpty)
        {
            output.WriteLine("No task yet. 'nasdaemon submit FILE' brings one.");
            return;
        }

        var table = new TextTable([.. Headings]).AlignRight(3);
        foreach (var status in snapshot.Tasks)
        {
            table.Add([.. Cells(status.Task)]);
        }

        table.Write(output);
        WriteRunning(output, snapshot);
    }

    /// <summary>Writes how far the tasks that are worked on have come.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="snapshot">What runs.</param>
    public static void WriteRunning(TextWriter output, StatusSnapshot snapshot)
    {
        foreach (var progress in snapshot.Tasks.Select(status => status.Progress).OfType<TaskProgress>())
        {
            output.WriteLine();
            output.WriteLine(PlainText.Of(ProgressLine.Of(progress)));
            if (!progress.Counts.Proposals.IsDefaultOrEmpty)
            {
                ProposalTable.Of(progress.Counts.Proposals).Write(output);
            }
        }
    }

    /// <summary>A task's row.</summary>
    /// <param name="task">The task.</param>
    /// <returns>One text a heading.</returns>
    public static IEnumerable<string> Cells(TaskRecord task) =>
    [
        task.Id,
        task.State.ToString().ToLowerInvariant(),
        (task.Ended ?? task.Created).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        task.SearchSeconds.ToString("N0", CultureInfo.InvariantCulture),
        Message(task),
    ];

    private static string Message(TaskRecord task) => task.Message?.Split('\n') switch
    {
        null => string.Empty,
        [var only] => only,
        [var first, .. var others] => $"{first} (and {others.Length} more)",
        _ => string.Empty,
    };
}
