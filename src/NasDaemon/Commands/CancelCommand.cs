using System.CommandLine;
using NasDaemon.Commands.Completion;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon cancel</c>: asks the daemon to end a task.</summary>
internal sealed class CancelCommand : SettingsCommand
{
    private readonly Argument<string> _task = new("TASK")
    {
        Description = "The task's id, as nasdaemon status shows it.",
        HelpName = "TASK",
        CompletionSources = { NameCompletion.OpenTasks },
    };


    /// <summary>Makes the command.</summary>
    public CancelCommand()
        : base("cancel", "Ends a task. What it has found until then is reported.", "nasdaemon cancel mnist-quickstart") => Add(_task);

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var task = arguments.GetRequiredValue(_task);
        if (!TaskName.IsLegal(task))
        {
            context.Error.WriteLine($"'{task}' cannot be the id of a task. 'nasdaemon status' shows the tasks.");
            return Task.FromResult(ExitCode.NotFound);
        }

        new TaskCommands(context.Folders.Inbox).RequestCancel(task);
        if (context.IsJson)
        {
            context.WriteJson(new { Task = task, IsAsked = true });
            return Task.FromResult(ExitCode.Done);
        }

        context.Output.WriteLine($"Asked the daemon to cancel {task}. 'nasdaemon status' shows what becomes of it.");
        return Task.FromResult(ExitCode.Done);
    }
}
