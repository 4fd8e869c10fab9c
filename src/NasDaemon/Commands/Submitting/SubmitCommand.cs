using System.CommandLine;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Tasks;
using NasDaemon.Pipeline.Inbox;

namespace NasDaemon.Commands.Submitting;

/// <summary><c>nasdaemon submit</c>: puts a task into the inbox, whole by rename.</summary>
internal sealed class SubmitCommand : SettingsCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The task file." };
    private readonly Option<bool> _wait = new("--wait") { Description = "Return when the task has ended; the exit code says how it ended." };
    private readonly Option<bool> _follow = new("--follow") { Description = "The same, and show meanwhile how the task goes." };

    /// <summary>Makes the command.</summary>
    public SubmitCommand()
        : base(
            "submit",
            "Checks a task and puts it into the inbox.",
            "nasdaemon submit config/examples/mnist-quickstart.yaml --follow\nnasdaemon submit task.yaml --wait && nasdaemon report task")
    {
        _file.AcceptExistingOnly();
        Add(_file);
        Add(_wait);
        Add(_follow);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var file = arguments.GetRequiredValue(_file);
        var reading = TaskCheck.Read(file, context);
        if (!reading.IsAccepted)
        {
            TaskCheck.WriteProblems(reading, context);
            return ExitCode.Refused;
        }

        Directory.CreateDirectory(context.Folders.Inbox);
        var since = context.Components.Time.GetUtcNow();
        var dropped = new TaskCommands(context.Folders.Inbox).Submit(file.FullName, reading.Reference);
        context.Notes.WriteLine($"Submitted as {dropped}");
        var isFollowed = arguments.GetValue(_follow);
        var task = isFollowed || arguments.GetValue(_wait) ? await WaitAsync(context, dropped, since, isFollowed, cancellation) : null;
        if (context.IsJson)
        {
            context.WriteJson(SubmissionJson.Of(dropped, task, context.Folders.Outbox));
        }

        return task is null ? ExitCode.Done : TaskEnding.CodeOf(task.State);
    }

    private static async Task<TaskRecord> WaitAsync(
        CommandContext context, string dropped, DateTimeOffset since, bool isFollowed, CancellationToken cancellation)
    {
        if (DaemonPresence.Find(context.Folders.State) is null)
        {
            await context.Error.WriteLineAsync("No daemon runs here; this waits until one is started: nasdaemon run");
        }

        return await new TaskFollower(context, isFollowed).FollowAsync(Path.GetFileName(dropped), since, cancellation);
    }
}
