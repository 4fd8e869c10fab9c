using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Searching;

/// <summary>
/// The books of one task: all its records in memory, and the changes since the last commit. A commit writes the changes
/// together with the snapshots of strategy, estimator and runner, so that a crash finds either all of a step or none of it.
/// </summary>
internal sealed class TaskLedger
{
    private readonly SearchSetup _setup;
    private readonly TaskClock _clock;
    private readonly List<CandidateRecord> _candidates;
    private readonly List<TrialRecord> _trials;
    private readonly Dictionary<int, List<EpochMetrics>> _epochs;
    private readonly Dictionary<string, string> _snapshots = [];
    private StoreChange _change = new();

    /// <summary>Opens the books where the last daemon left them.</summary>
    public TaskLedger(TaskRecord task, SearchSetup setup)
    {
        (Task, _setup) = (task, setup);
        _candidates = [.. setup.Store.Candidates(task.Id)];
        _trials = [.. setup.Store.Trials(task.Id)];
        _epochs = _trials.ToDictionary(trial => trial.Key.Number, trial => setup.Store.Epochs(trial.Key).Select(epoch => epoch.Metrics).ToList());
        Runner = Load(RunnerState.Component) is { } state ? RecordJson.Read<RunnerState>(state) : new RunnerState();
        _clock = new TaskClock(setup.Time, task.SearchSeconds, Runner.FinalSeconds);
        Restore("strategy", setup.Strategy.Restore);
        Restore("estimator", setup.Estimator.Restore);
    }

    /// <summary>The task.</summary>
    public TaskRecord Task { get; private set; }

    /// <summary>Whether the strategy is thinking, so that it can be neither told anything nor asked for its state.</summary>
    public bool IsStrategyBusy { get; set; }

    /// <summary>What the runner remembers.</summary>
    public RunnerState Runner { get; set; }

    /// <summary>The candidates; number n is at index n − 1.</summary>
    public IReadOnlyList<CandidateRecord> Candidates => _candidates;

    /// <summary>The trials; number n is at index n − 1.</summary>
    public IReadOnlyList<TrialRecord> Trials => _trials;

    /// <summary>The search trials.</summary>
    public IEnumerable<TrialRecord> SearchTrials => _trials.Where(trial => trial.Kind == TrialKind.Search);

    /// <summary>The time that the task has taken.</summary>
    public TaskClock Clock => _clock;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => _setup.Time.GetUtcNow();

    /// <summary>A candidate by its number.</summary>
    public CandidateRecord Candidate(int number) => _candidates[number - 1];

    /// <summary>A trial by its number.</summary>
    public TrialRecord Trial(int number) => _trials[number - 1];

    /// <summary>The search trial of a candidate; null where it has none.</summary>
    public TrialRecord? SearchTrialOf(int candidate) => SearchTrials.FirstOrDefault(trial => trial.Candidate == candidate);

    /// <summary>The search trial of a network; null where it has none.</summary>
    public TrialRecord? SearchTrialOfNetwork(string graphFingerprint) =>
        SearchTrials.FirstOrDefault(trial => trial.GraphFingerprint == graphFingerprint);

    /// <summary>The oldest candidate that nobody has looked at; null where there is none.</summary>
    public CandidateRecord? FirstProposed() => _candidates.Find(candidate => candidate.State == CandidateState.Proposed);

    /// <summary>A trial that waits for a worker, under the next number. It is not noted yet.</summary>
    public TrialRecord NewTrial(CandidateRecord candidate, TrialKind kind, Recipe recipe) => new(
        new TrialKey(Task.Id, _trials.Count + 1),
        candidate.Number,
        kind,
        TrialState.Waiting,
        recipe.Dataset.Name,
        candidate.GraphFingerprint!,
        recipe.Fingerprint(),
        recipe.ToJson(),
        Score: null,
        Test: null,
        Failure: null,
        Starts: 0,
        Now,
        Ended: null);

    /// <summary>The recipe of a trial.</summary>
    public static Recipe RecipeOf(TrialRecord trial) => RecordJson.Read<Recipe>(trial.Recipe);

    /// <summary>The figures of a trial's epochs.</summary>
    public IReadOnlyList<EpochMetrics> Epochs(int trial) => _epochs[trial];

    /// <summary>Notes a new or changed candidate.</summary>
    public void Put(CandidateRecord candidate)
    {
        Put(_candidates, candidate, candidate.Number);
        _change = _change with { Candidates = _change.Candidates.Add(candidate) };
    }

    /// <summary>Notes a new or changed trial.</summary>
    public void Put(TrialRecord trial)
    {
        Put(_trials, trial, trial.Key.Number);
        _epochs.TryAdd(trial.Key.Number, []);
        _change = _change with { Trials = _change.Trials.Add(trial) };
    }

    /// <summary>Notes an epoch of a trial. A task that makes progress is not what ends its daemons.</summary>
    public void Put(TrialKey trial, EpochMetrics metrics)
    {
        _epochs[trial.Number].Add(metrics);
        Task = Task with { Starts = 1 };
        _change = _change with { Epochs = _change.Epochs.Add(new EpochRecord(trial, metrics)) };
    }

    /// <summary>Notes where the task stands.</summary>
    public void Put(TaskState state) => Task = Task with { State = state };

    /// <summary>Writes everything that was noted, in one transaction.</summary>
    public void Commit()
    {
        Task = Task with { SearchSeconds = _clock.SearchSeconds };
        Runner = Runner with
        {
            FinalSeconds = _clock.FinalSeconds,
            Engine = _setup.Executor.Engine ?? Runner.Engine,
            Notes = Runner.Notes.AddRange(_setup.Notes.Take()),
        };
        _setup.Store.Commit(_change with { Tasks = [Task], Snapshots = [.. ChangedSnapshots()] });
        _change = new StoreChange();
    }

    private IEnumerable<SnapshotRecord> ChangedSnapshots()
    {
        foreach (var (component, state) in ((string, string?)[])
            [
                ("strategy", IsStrategyBusy ? null : _setup.Strategy.Snapshot()),
                ("estimator", _setup.Estimator.Snapshot()),
                (RunnerState.Component, RecordJson.Write(Runner)),
            ])
        {
            if (state is not null && _snapshots.GetValueOrDefault(component) != state)
            {
                _snapshots[component] = state;
                yield return new SnapshotRecord(Task.Id, component, state);
            }
        }
    }

    private void Restore(string component, Action<string> restore)
    {
        if (Load(component) is { } state)
        {
            restore(state);
        }
    }

    private string? Load(string component) => _setup.Store.Snapshot(Task.Id, component);

    private static void Put<T>(List<T> records, T record, int number)
    {
        if (number == records.Count + 1)
        {
            records.Add(record);
        }
        else
        {
            records[number - 1] = record;
        }
    }
}
