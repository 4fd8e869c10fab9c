using NasDaemon.Commands.Output;
using Spectre.Console;

namespace NasDaemon.Commands.Status;

/// <summary>What runs, waits and has ended as a table on a terminal.</summary>
internal static class StatusTable
{
    private const int Seconds = 3;

    /// <summary>Draws it.</summary>
    /// <param name="snapshot">What runs, waits and has ended.</param>
    /// <returns>The table.</returns>
    public static Table Of(StatusSnapshot snapshot)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var (column, heading) in StatusText.Headings.Index())
        {
            table.AddColumn(heading, settings => settings.Alignment = column == Seconds ? Justify.Right : Justify.Left);
        }

        foreach (var status in snapshot.Tasks)
        {
            var cells = StatusText.Cells(status.Task).Select(PlainText.Of).Select(Markup.Escape).ToList();
            cells[1] = $"[{StateColours.Of(status.Task.State)}]{cells[1]}[/]";
            table.AddRow([.. cells]);
        }

        if (snapshot.Hidden > 0)
        {
            table.Caption($"{snapshot.Hidden} more have ended; --all shows them");
        }

        return table;
    }
}
