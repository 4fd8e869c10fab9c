using System.CommandLine;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tasks;

namespace NasDaemon.Commands.Logs;

/// <summary><c>nasdaemon logs</c>: shows what the daemon's log says of a task.</summary>
internal sealed class LogsCommand : SettingsCommand
{
    private const string LogFolder = "logs";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    private readonly Argument<string> _name = TaskArgument.Create();
    private readonly Option<bool> _follow = new("--follow") { Description = "Go on with what is written from now on, until the task has ended or Ctrl+C." };

    /// <summary>Makes the command.</summary>
    public LogsCommand()
        : base("logs", "Shows what the daemon's log says of a task.", "nasdaemon logs mnist-quickstart\nnasdaemon logs mnist-quickstart --follow")
    {
        Add(_name);
        Add(_follow);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var name = arguments.GetRequiredValue(_name);
        using var tasks = TaskFinder.Open(context);
        if (tasks?.Find(name) is null)
        {
            return ExitCode.NotFound;
        }

        var files = new LogFiles(Path.Combine(context.Folders.State, LogFolder));
        var lines = new TaskLines(name);
        if (arguments.GetValue(_follow))
        {
            await FollowAsync(context, () => tasks.Store.Task(name)?.Ended is not null, files, lines, cancellation);
            return ExitCode.Done;
        }

        var found = lines.Of(files.ReadNew()).ToList();
        if (context.IsJson)
        {
            context.WriteJson(new { Task = name, Lines = found.Select(LogLine.Parse) });
        }
        else
        {
            found.ForEach(line => context.Output.WriteLine(PlainText.Of(line)));
        }

        return ExitCode.Done;
    }

    private static async Task FollowAsync(CommandContext context, Func<bool> hasEnded, LogFiles files, TaskLines lines, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                // Asked first: what is written until the end is noted is then read once more after it.
                var isLast = hasEnded();
                foreach (var line in lines.Of(files.ReadNew()))
                {
                    await context.Output.WriteLineAsync(context.IsJson ? ResultJson.WriteLine(LogLine.Parse(line)) : PlainText.Of(line));
                }

                if (isLast)
                {
                    return;
                }

                await Task.Delay(Interval, context.Components.Time, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever follows ends it so.
            await context.Output.FlushAsync(CancellationToken.None);
        }
    }
}
