using System.CommandLine;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon validate</c>: says everything that is wrong with task files.</summary>
internal sealed class ValidateCommand : SettingsCommand
{
    private readonly Argument<FileInfo[]> _files = new("FILE") { Description = "Task files.", Arity = ArgumentArity.OneOrMore };

    /// <summary>Makes the command.</summary>
    public ValidateCommand()
        : base("validate", "Checks task files and says everything that is wrong, with line and column.", "nasdaemon validate config/examples/mnist-quickstart.yaml")
    {
        _files.AcceptExistingOnly();
        Add(_files);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var refused = 0;
        foreach (var file in arguments.GetRequiredValue(_files))
        {
            if (TaskCheck.Read(file, context) is { } task)
            {
                context.Output.WriteLine($"{file.Name}: valid, task {task.Name}");
            }
            else
            {
                refused++;
            }
        }

        return Task.FromResult(refused == 0 ? ExitCode.Done : ExitCode.Refused);
    }
}
