using System.CommandLine;
using System.CommandLine.Help;
using NasDaemon.Commands.Archives;
using NasDaemon.Commands.Comparing;
using NasDaemon.Commands.Completion;
using NasDaemon.Commands.Data;
using NasDaemon.Commands.Doctor;
using NasDaemon.Commands.Exports;
using NasDaemon.Commands.History;
using NasDaemon.Commands.Imports;
using NasDaemon.Commands.Logs;
using NasDaemon.Commands.Models;
using NasDaemon.Commands.Reporting;
using NasDaemon.Commands.Retention;
using NasDaemon.Commands.Status;
using NasDaemon.Commands.Submitting;
using NasDaemon.Commands.Trials;

namespace NasDaemon.Commands;

/// <summary>The whole command line: every command, its help, and what the process returns.</summary>
internal static class CommandLine
{
    private const string Description = """
        NasDaemon searches neural networks: drop a task into the inbox, get a trained PyTorch network and a report.

        Folders: --config names a settings file; --home a folder that holds inbox, outbox, state and data. Without either,
        NASDAEMON_HOME is that folder, and without that the current one.
        """;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What the user typed behind the program's name.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);

        // The library begins to listen to signals only when a command has begun, which is too late for one that speaks at once.
        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
        using var interruption = parsed.CommandResult.Command is RunCommand or WorkerCommand or ModelWorkerCommand ? null : new Interruption();
        var code = await parsed.InvokeAsync(configuration, interruption?.Token ?? CancellationToken.None);
        return parsed.Errors.Count > 0 && parsed.Action is not ExampleHelpAction ? ExitCode.Usage : code;
    }

    /// <summary>Makes the commands.</summary>
    /// <returns>The root of the command line.</returns>
    internal static RootCommand Create()
    {
        var root = new RootCommand(Description)
        {
            new RunCommand(),
            new SubmitCommand(),
            new ValidateCommand(),
            new StatusCommand(),
            new CancelCommand(),
            new ReportCommand(),
            new TrialsCommand(),
            new CompareCommand(),
            new LogsCommand(),
            new TraceCommand(),
            new DataCommand(),
            new ModelCommand(),
            new ExportCommand(),
            new ImportCommand(),
            new HistoryCommand(),
            new ArchiveCommand(),
            new GcCommand(),
            new DoctorCommand(),
            new PluginsCommand(),
            new CompletionCommand(),
            new WorkerCommand(),
            new ModelWorkerCommand(),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            // The other spellings are of another system, and paths and patterns here.
            help.Aliases.Clear();
            help.Aliases.Add("-h");
            help.Action = new ExampleHelpAction((HelpAction)help.Action!);
        }

        return root;
    }
}
