using System.Collections.Immutable;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Commands;

/// <summary>This executable as a child process.</summary>
internal static class WorkerExecutable
{
    /// <summary>How a process that runs trials is started.</summary>
    /// <param name="settingsArguments">What leads it to the settings.</param>
    /// <returns>The command line.</returns>
    public static WorkerCommandLine ForTrials(ImmutableArray<string> settingsArguments) => Of("worker", settingsArguments);

    /// <summary>How a process that runs a language model is started.</summary>
    /// <param name="settingsArguments">What leads it to the settings.</param>
    /// <returns>The command line.</returns>
    public static WorkerCommandLine ForModels(ImmutableArray<string> settingsArguments) => Of("model-worker", settingsArguments);

    private static WorkerCommandLine Of(string command, ImmutableArray<string> settingsArguments) =>
        new(Path.Combine(AppContext.BaseDirectory, "nasdaemon"), [command, .. settingsArguments]);
}
