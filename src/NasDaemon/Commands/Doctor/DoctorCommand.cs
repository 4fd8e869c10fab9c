using System.Collections.Immutable;
using System.CommandLine;
using NasDaemon.Commands.Doctor.Checks;
using NasDaemon.Commands.Output;
using Spectre.Console;

namespace NasDaemon.Commands.Doctor;

/// <summary><c>nasdaemon doctor</c>: says what is installed, what is missing, and what helps.</summary>
internal sealed class DoctorCommand : SettingsCommand
{
    /// <summary>The hidden option by which the command calls itself for what may crash.</summary>
    public const string NativeOption = "--native";

    private static readonly ImmutableArray<IHealthCheck> Checks =
        [new SystemCheck(), new FoldersCheck(), new PluginsCheck(), new StoreCheck(), new NativeCheck(), new SelfTestCheck(), new ModelsCheck(), new DatasetsCheck()];

    private readonly Option<bool> _native = new(NativeOption) { Hidden = true };

    /// <summary>Makes the command.</summary>
    public DoctorCommand()
        : base("doctor", "Says what is installed and chosen, what is missing, and what helps.", "nasdaemon doctor") => Add(_native);

    /// <inheritdoc/>
    public override string ExitCodes => """
        Exit codes:
          0  everything that the daemon needs is there
          1  something that it needs is missing or broken
          2  wrong command line
        """;

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        if (arguments.GetValue(_native))
        {
            await context.Output.WriteLineAsync(ResultJson.Write(new NativeFindings(context).Find()));
            return ExitCode.Done;
        }

        var terminal = context.Terminal;
        var findings = new List<Finding>();
        foreach (var check in Checks)
        {
            foreach (var finding in await check.RunAsync(context, cancellation))
            {
                findings.Add(finding);
                Show(context, terminal, finding);
            }
        }

        var isHealthy = findings.TrueForAll(finding => finding.State != FindingState.Broken);
        if (context.IsJson)
        {
            context.WriteJson(new { IsHealthy = isHealthy, Findings = findings });
        }

        return isHealthy ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Show(CommandContext context, IAnsiConsole? terminal, Finding finding)
    {
        if (context.IsJson)
        {
            return;
        }

        var (mark, colour) = finding.State switch
        {
            FindingState.Good => ("good   ", "green"),
            FindingState.Missing => ("missing", "yellow"),
            _ => ("BROKEN ", "red"),
        };
        var text = PlainText.Of($"{finding.Area}: {finding.Text}");
        var remedy = finding.Remedy is null ? string.Empty : $"\n         → {PlainText.Of(finding.Remedy)}";
        if (terminal is null)
        {
            context.Output.WriteLine($"{mark}  {text}{remedy}");
        }
        else
        {
            terminal.MarkupLine($"[{colour}]{mark}[/]  {Markup.Escape(text)}[grey]{Markup.Escape(remedy)}[/]");
        }
    }
}
