using System.CommandLine;
using System.Globalization;
using NasDaemon.Commands.Output;
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
        var readings = arguments.GetRequiredValue(_files).Select(file => TaskCheck.Read(file, context)).ToList();
        if (context.IsJson)
        {
            context.WriteJson(new { Files = readings.Select(Json) });
        }
        else
        {
            readings.ForEach(reading => Write(reading, context));
        }

        return Task.FromResult(readings.All(reading => reading.IsAccepted) ? ExitCode.Done : ExitCode.Refused);
    }

    private static void Write(TaskReading reading, CommandContext context)
    {
        TaskCheck.WriteProblems(reading, context);
        if (reading.IsAccepted)
        {
            context.Output.WriteLine($"{PlainText.Of(reading.File)}: valid, {Describe(reading)}");
        }
    }

    private static object Json(TaskReading reading) => new
    {
        reading.File,
        IsValid = reading.IsAccepted,
        Name = reading.IsAccepted ? reading.Experiment?.Name ?? reading.Name : null,
        Runs = reading.Experiment?.Design.RunCount,
        Problems = reading.Problems.Select(problem => new { problem.Line, problem.Column, problem.Message, problem.Remedy }),
    };

    private static string Describe(TaskReading reading) => reading.Experiment is { } plan
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"experiment {plan.Name}: {plan.Design.Arms.Length} arms x {plan.Design.Datasets.Length} data sets x {plan.Design.Seeds.Length} seeds, {plan.Design.RunCount:N0} runs")
        : $"task {reading.Name}";
}
