using System.CommandLine;
using System.Globalization;
using NasDaemon.Pipeline.Tasks;

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
            if (TaskCheck.Read(file, context) is { } reading)
            {
                context.Output.WriteLine($"{file.Name}: valid, {Describe(reading)}");
            }
            else
            {
                refused++;
            }
        }

        return Task.FromResult(refused == 0 ? ExitCode.Done : ExitCode.Refused);
    }

    private static string Describe(TaskReading reading) => reading.Experiment is { } plan
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"experiment {plan.Name}: {plan.Design.Arms.Length} arms x {plan.Design.Datasets.Length} data sets x {plan.Design.Seeds.Length} seeds, {plan.Design.RunCount:N0} runs")
        : $"task {reading.Name}";
}
