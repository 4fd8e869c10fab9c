using System.Collections.Immutable;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>What a task file says, or everything that is wrong with it.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Name">The task's name: its own where it has a legal one, else the file's.</param>
/// <param name="Yaml">The text; empty where it could not be read.</param>
/// <param name="Task">The task; null where anything is wrong.</param>
/// <param name="Problems">What is wrong, in the order of the text; empty where nothing is.</param>
public sealed record TaskReading(string File, string Name, string Yaml, SearchTask? Task, ImmutableArray<YamlProblem> Problems)
{
    /// <summary>The network that the task is to improve; null where none was given.</summary>
    public TaskReference? Reference { get; init; }

    /// <summary>The experiment, where the file asks for one in place of a task; null where it does not, or anything is wrong.</summary>
    public ExperimentPlan? Experiment { get; init; }

    /// <summary>Whether nothing is wrong, so that there is a task or an experiment.</summary>
    public bool IsAccepted => Task is not null || Experiment is not null;
}
