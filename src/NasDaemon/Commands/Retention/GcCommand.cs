using System.CommandLine;
using System.Globalization;
using NasDaemon.Commands.Tables;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Commands.Retention;

/// <summary><c>nasdaemon gc</c>: removes what is kept no longer, as the daemon does by itself.</summary>
internal sealed class GcCommand : SettingsCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only show what would be removed." };

    /// <summary>Makes the command.</summary>
    public GcCommand()
        : base("gc", "Removes weights that are kept no longer, as the daemon does by itself once an hour.", "nasdaemon gc --dry-run") => Add(_dryRun);

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var isDryRun = arguments.GetValue(_dryRun);
        var retention = new WeightRetention(context.Folders.State, context.Settings.Retention, context.Components.Time);
        var plan = retention.Plan();
        if (!isDryRun && !plan.Removals.IsEmpty)
        {
            retention.Apply(plan);
        }

        if (context.IsJson)
        {
            context.WriteJson(new { IsDryRun = isDryRun, Removed = plan.Removals, plan.UsedBytes, plan.FreedBytes, plan.LimitBytes, plan.IsOverLimit });
        }
        else
        {
            Write(context.Output, plan, isDryRun);
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static void Write(TextWriter output, RetentionPlan plan, bool isDryRun)
    {
        var table = new TextTable("folder", "size", "from", "why").AlignRight(1);
        foreach (var removal in plan.Removals)
        {
            table.Add(
                removal.Path,
                ByteSize.Write(removal.Bytes),
                removal.Since.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                removal.Reason.ToString().ToLowerInvariant());
        }

        if (table.HasRows)
        {
            table.Write(output);
        }

        output.WriteLine($"{(isDryRun ? "Would free" : "Freed")} {ByteSize.Write(plan.FreedBytes)} of {ByteSize.Write(plan.UsedBytes)}; {ByteSize.Write(plan.LimitBytes)} may be used.");
        if (plan.IsOverLimit)
        {
            output.WriteLine("What is left belongs to tasks that run or wait, and stays.");
        }
    }
}
