using System.CommandLine;
using NasDaemon.Commands.Following;
using NasDaemon.Pipeline.Inbox;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon submit</c>: puts a task into the inbox, whole by rename.</summary>
internal sealed class SubmitCommand : SettingsCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The task file." };
    private readonly Option<bool> _follow = new("--follow") { Description = "Show how the task goes until it has ended." };

    /// <summary>Makes the command.</summary>
    public SubmitCommand()
        : base("submit", "Checks a task and puts it into the inbox.", "nasdaemon submit config/examples/mnist-quickstart.yaml --follow")
    {
        _file.AcceptExistingOnly();
        Add(_file);
        Add(_follow);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var file = arguments.GetRequiredValue(_file);
        if (TaskCheck.Read(file, context) is not { } reading)
        {
            return ExitCode.Refused;
        }

        Directory.CreateDirectory(context.Folders.Inbox);
        var since = TimeProvider.System.GetUtcNow();
        var dropped = new TaskCommands(context.Folders.Inbox).Submit(file.FullName, reading.Reference);
        context.Output.WriteLine($"Submitted as {dropped}");
        return arguments.GetValue(_follow)
            ? await new TaskFollower(context, TimeProvider.System).FollowAsync(Path.GetFileName(dropped), since, cancellation)
            : ExitCode.Done;
    }
}
