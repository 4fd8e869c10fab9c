using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Starts trials on the executor and knows which are running.</summary>
internal sealed class TrialLauncher(TaskLedger ledger, SearchSetup setup, TaskEvents events) : IAsyncDisposable
{
    private readonly Dictionary<int, Task> _running = [];
    private readonly CancellationTokenSource _interrupt = new();

    /// <summary>The numbers of the running trials.</summary>
    public IReadOnlyCollection<int> Running => _running.Keys;

    /// <summary>How many more trials can run.</summary>
    public int FreeSlots => setup.Executor.Slots - _running.Count;

    /// <summary>Starts a trial, or goes on with it. That it runs is stored first.</summary>
    public void Start(TrialRecord trial)
    {
        trial = trial with { State = TrialState.Running, Starts = trial.Starts + 1 };
        ledger.Put(trial);
        ledger.Commit();
        _running[trial.Key.Number] = RunAsync(Request(trial));
    }

    /// <summary>Notes that a run has ended.</summary>
    public void Ended(int trial) => _running.Remove(trial);

    /// <summary>Ends every running trial; each tells so by its event.</summary>
    public void Interrupt() => _interrupt.Cancel();

    public async ValueTask DisposeAsync()
    {
        events.Close();
        await _interrupt.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Values).ConfigureAwait(false);
        _interrupt.Dispose();
    }

    private async Task RunAsync(TrialRequest request)
    {
        var monitor = events.MonitorOf(request.Key.Number);
        var result = await Task.Run(() => setup.Executor.RunAsync(request, monitor, _interrupt.Token)).ConfigureAwait(false);
        events.Tell(new TrialEndedEvent(request.Key.Number, result));
    }

    private TrialRequest Request(TrialRecord trial)
    {
        var recipe = TaskLedger.RecipeOf(trial);
        return new TrialRequest(
            trial.Key,
            trial.Kind,
            ledger.Candidate(trial.Candidate).Architecture!,
            recipe.Dataset,
            recipe.Training,
            recipe.Fidelity.DataShare,
            recipe.Engine,
            recipe.Seed,
            recipe.Fidelity.Epochs,
            TrialFolder.Of(setup.StateFolder, trial.Key).Path,
            InitialWeights: null,
            EpochsKnown: ledger.Epochs(trial.Key.Number).Count)
        {
            Answers = (ledger.Candidate(trial.Candidate).Candidate.Origin as SpaceOrigin)?.Answers,
        };
    }
}
