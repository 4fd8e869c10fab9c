using System.CommandLine;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tasks;

namespace NasDaemon.Commands.Reporting;

/// <summary><c>nasdaemon report</c>: prints what came of a task, or opens its page.</summary>
internal sealed class ReportCommand : SettingsCommand
{
    private readonly Argument<string> _name = TaskArgument.Create();
    private readonly Option<bool> _open = new("--open") { Description = "Open the page in the desktop's browser." };

    /// <summary>Makes the command.</summary>
    public ReportCommand()
        : base("report", "Prints the report of a task, or opens its page.", "nasdaemon report mnist-quickstart\nnasdaemon report mnist-quickstart --open")
    {
        Add(_name);
        Add(_open);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var name = arguments.GetRequiredValue(_name);
        using var tasks = TaskFinder.Open(context);
        if (tasks?.Find(name) is not { } task)
        {
            return ExitCode.NotFound;
        }

        var folder = new ReportFolder(context.Folders.Outbox, name);
        if (folder.Page is null && task.Ended is null)
        {
            context.Error.WriteLine(PlainText.Of($"{name} has no report yet: it is {task.State.ToString().ToLowerInvariant()}. 'nasdaemon status --watch' shows it live."));
            return ExitCode.Failed;
        }

        return arguments.GetValue(_open) ? Open(context, folder) : await PrintAsync(context, folder, cancellation);
    }

    private static async Task<int> PrintAsync(CommandContext context, ReportFolder folder, CancellationToken cancellation)
    {
        if ((context.IsJson ? folder.Json : folder.Text) is not { } file)
        {
            return Missing(context, folder);
        }

        var text = await File.ReadAllTextAsync(file, cancellation);
        await context.Output.WriteLineAsync(PlainText.Lines(text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd()));
        return ExitCode.Done;
    }

    private static int Open(CommandContext context, ReportFolder folder)
    {
        if (folder.Page is not { } page)
        {
            return Missing(context, folder);
        }

        if (Desktop.Open(page) is { } problem)
        {
            context.Error.WriteLine($"{problem} The page is {page}");
            return ExitCode.Failed;
        }

        if (context.IsJson)
        {
            context.WriteJson(new { Opened = page });
        }
        else
        {
            context.Output.WriteLine($"Opened {page}");
        }

        return ExitCode.Done;
    }

    private static int Missing(CommandContext context, ReportFolder folder)
    {
        context.Error.WriteLine(PlainText.Of($"{folder.Path} holds no such report. It may have been moved away; 'nasdaemon trials' shows what the store knows."));
        return ExitCode.Failed;
    }
}
