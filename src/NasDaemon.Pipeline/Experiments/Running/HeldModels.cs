using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>Claims the language models of an experiment for as long as it is worked on, so that none is loaded anew for each run.</summary>
internal sealed class HeldModels : IAsyncDisposable
{
    private readonly List<LanguageModelLease> _leases = [];

    /// <summary>Claims the models. Nothing is loaded before a run needs it.</summary>
    public HeldModels(TaskRunnerFactory runners, ExperimentPlan plan)
    {
        foreach (var task in plan.Tasks.Select(cell => cell.Task).DistinctBy(task => (task.Model, task.Strategy.Name)))
        {
            TryClaim(runners, task);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var lease in _leases)
        {
            await lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void TryClaim(TaskRunnerFactory runners, SearchTask task)
    {
        try
        {
            if (runners.Lease(task, Ignore) is { } lease)
            {
                _leases.Add(lease);
            }
        }
        catch (LanguageModelException)
        {
            // There is no such model any more: each of its runs ends with that as its reason.
        }
    }

    // The runs have claims of their own, and note what happens to their model.
    private static void Ignore(string note)
    {
    }
}
