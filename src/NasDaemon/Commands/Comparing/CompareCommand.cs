using System.CommandLine;
using NasDaemon.Commands.Completion;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tasks;

namespace NasDaemon.Commands.Comparing;

/// <summary><c>nasdaemon compare</c>: shows tasks side by side, and whether they differ by more than chance.</summary>
internal sealed class CompareCommand : SettingsCommand
{
    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "Two or more searches, experiments (arm with the same arm), or arms: EXPERIMENT/ARM.",
        Arity = new ArgumentArity(2, 50),
        HelpName = "NAME",
        CompletionSources = { NameCompletion.Comparable },
    };

    /// <summary>Makes the command.</summary>
    public CompareCommand()
        : base(
            "compare",
            "Shows tasks side by side, and whether they differ by more than chance: Welch's t, Cohen's d, p corrected by Holm.",
            "nasdaemon compare evolution-1 random-1") => Add(_names);

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var tasks = TaskFinder.Open(context);
        if (tasks is null)
        {
            return Task.FromResult(ExitCode.NotFound);
        }

        var names = new ComparedNames(tasks, context.Error);
        var found = arguments.GetRequiredValue(_names).Distinct(StringComparer.Ordinal).Select(names.Find).ToList();
        return Task.FromResult(found.Contains(null) ? ExitCode.NotFound : Compare(context, tasks, [.. found.OfType<ComparedName>()]));
    }

    private static int Compare(CommandContext context, TaskFinder tasks, List<ComparedName> names)
    {
        if (names.Count < 2)
        {
            context.Error.WriteLine("A task is not compared with itself. Name another.");
            return ExitCode.Usage;
        }

        var (comparison, obstacle) = new ComparedTasks(tasks).Read(names);
        if (comparison is null)
        {
            context.Error.WriteLine(PlainText.Of(obstacle!));
            return ExitCode.Failed;
        }

        if (context.IsJson)
        {
            context.WriteJson(ComparisonJson.Of(comparison));
        }
        else
        {
            ComparisonText.Write(context.Output, comparison);
        }

        return ExitCode.Done;
    }
}
