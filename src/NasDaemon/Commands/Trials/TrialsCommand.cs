using System.CommandLine;
using NasDaemon.Commands.Tables;
using NasDaemon.Commands.Tasks;

namespace NasDaemon.Commands.Trials;

/// <summary><c>nasdaemon trials</c>: lists the trainings of a task.</summary>
internal sealed class TrialsCommand : SettingsCommand
{
    private readonly Argument<string> _name = TaskArgument.Create();
    private readonly Option<string> _sort = new("--sort")
    {
        Description = $"What to sort by, the best first: {string.Join(", ", TrialColumn.SortKeys)}; 'trial' by default.",
        DefaultValueFactory = _ => TrialColumn.DefaultSort,
        HelpName = "KEY",
    };

    private readonly Option<int?> _top = new("--top") { Description = "Only the first so many.", HelpName = "N" };
    private readonly Option<bool> _reverse = new("--reverse") { Description = "The other way round." };
    private readonly Option<string[]> _columns = new("--columns")
    {
        Description = $"The columns, with commas between them: {string.Join(", ", TrialColumn.All.Select(column => column.Name))}.",
        HelpName = "NAMES",
        DefaultValueFactory = _ => [.. TrialColumn.Default],
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
    };

    /// <summary>Makes the command.</summary>
    public TrialsCommand()
        : base(
            "trials",
            "Lists the trainings of a task, or of all runs of an experiment.",
            "nasdaemon trials mnist-quickstart --sort accuracy --top 10\nnasdaemon trials mnist-quickstart --sort parameters --columns trial,parameters,accuracy")
    {
        _sort.AcceptOnlyFromAmong([.. TrialColumn.SortKeys]);
        _top.Validators.Add(result =>
        {
            if (result.GetValue(_top) is < 1)
            {
                result.AddError("--top takes a whole number from 1.");
            }
        });
        _columns.Validators.Add(result =>
        {
            if (result.GetValue(_columns)?.FirstOrDefault(name => TrialColumn.Find(name) is null) is { } unknown)
            {
                result.AddError($"There is no column '{unknown}'. There are: {string.Join(", ", TrialColumn.All.Select(column => column.Name))}.");
            }
        });
        foreach (var symbol in (Option[])[_sort, _top, _reverse, _columns])
        {
            Add(symbol);
        }

        Add(_name);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var tasks = TaskFinder.Open(context);
        if (tasks?.Find(arguments.GetRequiredValue(_name)) is not { } task)
        {
            return Task.FromResult(ExitCode.NotFound);
        }

        var rows = Sort(TrialRow.Read(tasks, task), TrialColumn.Find(arguments.GetRequiredValue(_sort))!, arguments.GetValue(_reverse))
            .Take(arguments.GetValue(_top) ?? int.MaxValue)
            .ToList();
        if (context.IsJson)
        {
            context.WriteJson(new { Task = task.Id, Trials = rows.Select(row => row.ToJson()) });
        }
        else
        {
            Write(context.Output, rows, [.. arguments.GetRequiredValue(_columns).Select(name => TrialColumn.Find(name)!)]);
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static IEnumerable<TrialRow> Sort(IEnumerable<TrialRow> rows, TrialColumn key, bool isReversed)
    {
        // What has no figure comes last whichever way round the others stand.
        var byPresence = rows.OrderBy(row => key.Key!(row) is null);
        return key.IsMoreBetter != isReversed ? byPresence.ThenByDescending(key.Key!) : byPresence.ThenBy(key.Key!);
    }

    private static void Write(TextWriter output, List<TrialRow> rows, IReadOnlyList<TrialColumn> columns)
    {
        if (rows.Count == 0)
        {
            output.WriteLine("Nothing was trained.");
            return;
        }

        // The run is told wherever there is more than one.
        var isOfRuns = rows.Select(row => row.Trial.Key.Task).Distinct().Count() > 1;
        var shown = isOfRuns ? columns.Prepend(TrialColumn.Run).ToList() : columns;
        var table = new TextTable([.. shown.Select(column => column.Name)])
            .AlignRight([.. shown.Index().Where(entry => entry.Item.IsFigure).Select(entry => entry.Index)]);
        rows.ForEach(row => table.Add([.. shown.Select(column => column.Cell(row))]));
        table.Write(output);
    }
}
