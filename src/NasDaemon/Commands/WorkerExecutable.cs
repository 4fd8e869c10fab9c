using System.Collections.Immutable;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Commands;

/// <summary>This executable as a worker.</summary>
internal static class WorkerExecutable
{
    /// <summary>How it is started.</summary>
    /// <param name="settingsArguments">What leads it to the settings.</param>
    /// <returns>The command line.</returns>
    public static WorkerCommandLine CommandLine(ImmutableArray<string> settingsArguments) =>
        new(Path.Combine(AppContext.BaseDirectory, "nasdaemon"), ["worker", .. settingsArguments]);
}
