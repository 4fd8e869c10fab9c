using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Commands.Comparing;

/// <summary>What a name on the command line stands for: a search, an experiment, or some of an experiment's runs.</summary>
/// <param name="Name">The name as it was given.</param>
/// <param name="Task">The search or the experiment.</param>
/// <param name="Runs">The runs that have ended; empty for a search.</param>
internal sealed record ComparedName(string Name, TaskRecord Task, ImmutableArray<ExperimentRunReport> Runs)
{
    /// <summary>Whether it is a search.</summary>
    public bool IsSearch => Runs.IsEmpty;

    /// <summary>Whether it is an experiment with all its arms.</summary>
    public bool IsExperiment => !IsSearch && Name == Task.Id;

    /// <summary>The arms of its runs, in their order.</summary>
    public IEnumerable<string> Arms => Runs.Select(run => run.Arm).Distinct(StringComparer.Ordinal);

    /// <summary>One arm of an experiment.</summary>
    /// <param name="arm">The arm.</param>
    /// <returns>Its runs.</returns>
    public ComparedName Of(string arm) => this with { Name = $"{Name}/{arm}", Runs = [.. Runs.Where(run => run.Arm == arm)] };
}
