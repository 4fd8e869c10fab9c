using NasDaemon.Abstractions.Reports;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tasks;
using NasDaemon.Pipeline.Experiments;

namespace NasDaemon.Commands.Comparing;

/// <summary>Finds what is to be compared.</summary>
/// <param name="tasks">The store.</param>
/// <param name="error">Where to say what is not there.</param>
internal sealed class ComparedNames(TaskFinder tasks, TextWriter error)
{
    /// <summary>Finds a search, a run, an experiment, <c>EXPERIMENT/ARM</c>, or <c>EXPERIMENT/ARM/DATASET</c>; or says that there is none.</summary>
    /// <param name="name">The name.</param>
    /// <returns>What it stands for; null for nothing.</returns>
    public ComparedName? Find(string name)
    {
        if (RunId.IsRun(name) && tasks.Store.Task(name) is null && tasks.Store.Task(RunId.ExperimentOf(name)) is { } experiment)
        {
            var runs = Runs(name);
            if (runs.Count > 0)
            {
                return new ComparedName(name, experiment, [.. runs]);
            }

            var arms = new ComparedName(experiment.Id, experiment, [.. Runs(experiment.Id)]).Arms.ToList();
            var known = arms.Count == 0 ? "No run of it has ended." : $"Runs have ended of: {string.Join(", ", arms)}.";
            error.WriteLine(PlainText.Of($"There are no results of '{name}' in the experiment '{experiment.Id}'. {known}"));
            return null;
        }

        return tasks.Find(name) is { } task ? new ComparedName(name, task, [.. Runs(name)]) : null;
    }

    private List<ExperimentRunReport> Runs(string name) =>
        [.. tasks.Runs(name).Select(run => StoredRun.Read(tasks.Store, run.Id)).OfType<ExperimentRunReport>()];
}
