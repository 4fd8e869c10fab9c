using NasDaemon.Commands.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NasDaemon.Commands.Status;

/// <summary>What runs, waits and has ended as a table on a terminal, and below it what is to be said of each task: a column for that would leave the others no room.</summary>
internal static class StatusTable
{
    private const int Seconds = 3;

    /// <summary>Draws it.</summary>
    /// <param name="snapshot">What runs, waits and has ended.</param>
    /// <returns>The table and the messages.</returns>
    public static IRenderable Of(StatusSnapshot snapshot)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var (column, heading) in StatusText.Headings.SkipLast(1).Index())
        {
            table.AddColumn(heading, settings => settings.Alignment = column == Seconds ? Justify.Right : Justify.Left);
        }

        foreach (var status in snapshot.Tasks)
        {
            var cells = StatusText.Cells(status.Task).SkipLast(1).Select(PlainText.Of).Select(Markup.Escape).ToList();
            cells[1] = $"[{StateColours.Of(status.Task.State)}]{cells[1]}[/]";
            table.AddRow([.. cells]);
        }

        if (snapshot.Hidden > 0)
        {
            table.Caption($"{snapshot.Hidden} more have ended; --all shows them");
        }

        return new Rows([table, .. snapshot.Tasks.Where(status => status.Task.Message is not null).Select(Message)]);
    }

    private static Text Message(TaskStatus status) =>
        new($"{PlainText.Of(status.Task.Id)}: {PlainText.Of(StatusText.Cells(status.Task).Last())}");
}
