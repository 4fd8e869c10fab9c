using System.Collections.Concurrent;
using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>Tells where an experiment stands: at most once a second, however fast its runs are.</summary>
internal sealed class RunProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, TaskProgress> _running = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();
    private readonly ExperimentPlan _plan;
    private readonly ExperimentBooks _books;
    private readonly IProgress<TaskProgress> _progress;
    private readonly TimeProvider _time;
    private readonly double _earlierSeconds;
    private readonly long _begun;
    private readonly int _doneBefore;
    private readonly ImmutableArray<ExperimentRun> _runs;
    private long _told;

    public RunProgress(ExperimentPlan plan, ExperimentBooks books, IProgress<TaskProgress> progress, TimeProvider time)
    {
        (_plan, _books, _progress, _time) = (plan, books, progress, time);
        (_earlierSeconds, _begun) = (books.Task.SearchSeconds, time.GetTimestamp());
        _runs = [.. plan.Runs(books.Task.Id)];
        _doneBefore = _runs.Count(run => books.Result(run) is not null);
    }

    /// <summary>How long the experiment has been worked on, over all starts.</summary>
    public double Seconds => _earlierSeconds + _time.GetElapsedTime(_begun).TotalSeconds;

    /// <summary>What a run tells.</summary>
    public IProgress<TaskProgress> Of(ExperimentRun run) => new Teller(this, run.Id);

    /// <summary>Notes that a run has ended.</summary>
    public void End(ExperimentRun run)
    {
        _running.TryRemove(run.Id, out _);
        Tell(isDue: false);
    }

    /// <summary>Tells where the experiment stands.</summary>
    /// <param name="isDue">Whether it is told in any case.</param>
    public void Tell(bool isDue)
    {
        lock (_turn)
        {
            if (isDue || _time.GetElapsedTime(_told) >= Interval)
            {
                _told = _time.GetTimestamp();
                _books.NoteTime(Seconds);
                _progress.Report(Build());
            }
        }
    }

    private TaskProgress Build()
    {
        var results = _runs.Select(_books.Result).OfType<Abstractions.Reports.ExperimentRunReport>().ToList();
        var running = _running.OrderBy(run => run.Key, StringComparer.Ordinal).ToList();
        var now = results.Count - _doneBefore;
        var counts = new StatusCounts(
            Proposed: results.Sum(run => run.Candidates) + running.Sum(run => run.Value.Counts.Proposed),
            Refused: running.Sum(run => run.Value.Counts.Refused),
            Duplicates: results.Sum(run => run.Reused) + running.Sum(run => run.Value.Counts.Duplicates),
            Trained: results.Sum(run => run.Trainings) + running.Sum(run => run.Value.Counts.Trained),
            Finished: results.Sum(run => run.Trainings) + running.Sum(run => run.Value.Counts.Finished),
            Failed: running.Sum(run => run.Value.Counts.Failed),
            Budget: _runs.Length * _plan.Design.Trials);
        return new TaskProgress(
            _books.Task.Id,
            TaskState.Searching,
            _time.GetUtcNow(),
            Seconds,
            now > 0 ? _time.GetElapsedTime(_begun).TotalSeconds / now * (_runs.Length - results.Count) : null,
            counts,
            Best: null,
            Running: [])
        {
            Experiment = new ExperimentProgress(
                results.Count,
                _runs.Length,
                results.Count(run => run.Failure is not null),
                [.. running.Select(run => new RunningRun(run.Key, run.Value.Counts.Finished + run.Value.Counts.Failed, run.Value.Counts.Budget))]),
        };
    }

    private void Report(string run, TaskProgress progress)
    {
        var before = _running.GetValueOrDefault(run);
        _running[run] = progress;
        if (before is not null && Steps(progress) > Steps(before))
        {
            _books.NoteProgress();
        }

        Tell(isDue: false);
    }

    private static int Steps(TaskProgress progress) => progress.Counts.Finished + progress.Counts.Failed + progress.Running.Sum(trial => trial.Epoch);

    private sealed class Teller(RunProgress parent, string run) : IProgress<TaskProgress>
    {
        public void Report(TaskProgress value) => parent.Report(run, value);
    }
}
