using System.CommandLine;
using NasDaemon.Commands.Completion;

namespace NasDaemon.Commands.Tasks;

/// <summary>The argument that names a task.</summary>
internal static class TaskArgument
{
    /// <summary>Makes the argument.</summary>
    /// <returns>The argument.</returns>
    public static Argument<string> Create() => new("NAME")
    {
        Description = "The task's id, as nasdaemon status shows it; a run of an experiment is EXPERIMENT/ARM/DATASET/SEED.",
        // Without it, help lists the completions in its place, and has no home to take them from.
        HelpName = "NAME",
        CompletionSources = { NameCompletion.Tasks },
    };
}
