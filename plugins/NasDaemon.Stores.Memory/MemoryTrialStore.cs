using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Stores.Memory;

/// <summary>A store in memory. It lives as long as the object; records are kept as they come, since none of them ever changes.</summary>
internal sealed class MemoryTrialStore : ITrialStore
{
    private readonly Lock _turn = new();
    private readonly Rows<string, TaskRecord> _tasks = new();
    private readonly Rows<(string Task, int Number), CandidateRecord> _candidates = new();
    private readonly Rows<TrialKey, TrialRecord> _trials = new();
    private readonly Dictionary<TrialKey, SortedDictionary<int, EpochRecord>> _epochs = [];
    private readonly Dictionary<(string Task, string Component), string> _snapshots = [];
    private readonly Index<string, (string Task, int Number)> _candidatesOfTask = new();
    private readonly Index<string, (string Task, int Number)> _candidatesBySource = new();
    private readonly Index<string, TrialKey> _trialsOfTask = new();
    private readonly Index<(string Graph, string Recipe), TrialKey> _trialsByNetwork = new();

    /// <inheritdoc/>
    public void Commit(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var snapshot in change.Snapshots)
        {
            // Before anything is written, so that all of the change is refused.
            ArgumentNullException.ThrowIfNull(snapshot.State, nameof(change));
        }

        lock (_turn)
        {
            Write(change);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<TaskRecord> Tasks(TaskState? state = null) => ReadAll(() => _tasks.InOrder.Where(task => state is null || task.State == state));

    /// <inheritdoc/>
    public TaskRecord? Task(string task) => Read(() => _tasks.Find(task));

    /// <inheritdoc/>
    public IReadOnlyList<CandidateRecord> Candidates(string task) =>
        ReadAll(() => _candidates.Find(_candidatesOfTask[task]).OrderBy(candidate => candidate.Number));

    /// <inheritdoc/>
    public IReadOnlyList<TrialRecord> Trials(string task) => ReadAll(() => _trials.Find(_trialsOfTask[task]).OrderBy(trial => trial.Key.Number));

    /// <inheritdoc/>
    public IReadOnlyList<EpochRecord> Epochs(TrialKey trial) =>
        ReadAll(() => _epochs.TryGetValue(trial, out var epochs) ? epochs.Values : Enumerable.Empty<EpochRecord>());

    /// <inheritdoc/>
    public StoreCounts Counts() => Read(() => new StoreCounts(
        _tasks.InOrder.GroupBy(task => task.State).ToImmutableSortedDictionary(same => same.Key, same => same.LongCount()),
        _trials.InOrder.GroupBy(trial => trial.State).ToImmutableSortedDictionary(same => same.Key, same => same.LongCount())));

    /// <inheritdoc/>
    public string? Snapshot(string task, string component) => Read(() => _snapshots.GetValueOrDefault((task, component)));

    /// <inheritdoc/>
    public TrialRecord? FindTrained(string graphFingerprint, string recipeFingerprint) => Read(() => _trials
        .Find(_trialsByNetwork[(graphFingerprint, recipeFingerprint)])
        .Where(trial => trial.GraphFingerprint == graphFingerprint && trial.RecipeFingerprint == recipeFingerprint && EndedWithScore(trial))
        .OrderByDescending(trial => trial.State == TrialState.Finished)
        .ThenByDescending(trial => trial.Score!.Epochs)
        .FirstOrDefault());

    /// <inheritdoc/>
    public CandidateRecord? FindSource(string sourceFingerprint) => Read(() => _candidates
        .Find(_candidatesBySource[sourceFingerprint])
        .FirstOrDefault(candidate => candidate.SourceFingerprint == sourceFingerprint && candidate.Architecture is not null));

    /// <inheritdoc/>
    public IReadOnlyList<(CandidateRecord Candidate, TrialRecord Trial)> BestTrials(string? dataset, int limit) => ReadAll(() => _trials.InOrder
        .Where(trial => (dataset is null || trial.Dataset == dataset) && trial.Starts > 0 && EndedWithScore(trial))
        .OrderByDescending(trial => trial.Score!.ValidationAccuracy)
        .Select(trial => (Candidate: _candidates.Find((trial.Key.Task, trial.Candidate)), Trial: trial))
        .Where(pair => pair.Candidate is not null)
        .Take(limit)
        .Select(pair => (pair.Candidate!, pair.Trial)));

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing but memory.
    }

    private static bool EndedWithScore(TrialRecord trial) =>
        trial is { Kind: TrialKind.Search, Score: not null, State: TrialState.Finished or TrialState.Stopped };

    private void Write(StoreChange change)
    {
        foreach (var task in change.Tasks)
        {
            _tasks.Put(task.Id, task);
        }

        foreach (var candidate in change.Candidates)
        {
            var key = (candidate.Task, candidate.Number);
            _candidates.Put(key, candidate);
            _candidatesOfTask.Add(candidate.Task, key);
            _candidatesBySource.Add(candidate.SourceFingerprint, key);
        }

        foreach (var trial in change.Trials)
        {
            _trials.Put(trial.Key, trial);
            _trialsOfTask.Add(trial.Key.Task, trial.Key);
            _trialsByNetwork.Add((trial.GraphFingerprint, trial.RecipeFingerprint), trial.Key);
        }

        foreach (var epoch in change.Epochs)
        {
            if (!_epochs.TryGetValue(epoch.Trial, out var epochs))
            {
                _epochs[epoch.Trial] = epochs = [];
            }

            epochs[epoch.Metrics.Epoch] = epoch;
        }

        foreach (var snapshot in change.Snapshots)
        {
            _snapshots[(snapshot.Task, snapshot.Component)] = snapshot.State;
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (_turn)
        {
            return read();
        }
    }

    private IReadOnlyList<T> ReadAll<T>(Func<IEnumerable<T>> read)
    {
        lock (_turn)
        {
            return [.. read()];
        }
    }
}
