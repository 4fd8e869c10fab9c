using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Views;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Live.Watching;

/// <summary>The trials of one task as those who watch see them, each with the version in which it changed last.</summary>
internal sealed class TrialBoard
{
    private const int NewestShown = 50;
    private const int CurvesShown = 24;
    private const int MostPoints = 1_500;
    private const int MostChanges = 500;

    private readonly SortedDictionary<int, (TrialRow Row, long Version)> _trials = [];
    private readonly List<(EpochPoint Point, long Version)> _epochs = [];

    /// <summary>How many trials there are.</summary>
    public int Count => _trials.Count;

    /// <summary>Reads the trials of a task, and the learning curves of the newest.</summary>
    public static TrialBoard Load(ITrialStore store, string task, long version)
    {
        var board = new TrialBoard();
        foreach (var trial in store.Trials(task))
        {
            board.Put(TrialRow.Of(trial), version);
        }

        foreach (var number in board._trials.Keys.TakeLast(CurvesShown))
        {
            board._epochs.AddRange(store.Epochs(new TrialKey(task, number)).Select(epoch => (EpochPoint.Of(epoch), version)));
        }

        return board;
    }

    /// <summary>Notes a trial.</summary>
    public void Put(TrialRow trial, long version) => _trials[trial.Number] = (trial, version);

    /// <summary>Notes a point of a learning curve.</summary>
    public void Put(EpochPoint point, long version) => _epochs.Add((point, version));

    /// <summary>What has changed since a version; null where nothing has.</summary>
    public TrialChanges? Since(string task, long version)
    {
        ImmutableArray<TrialRow> trials = [.. _trials.Values.Where(trial => trial.Version > version).Select(trial => trial.Row)];
        var old = _epochs.FindLastIndex(epoch => epoch.Version <= version);
        ImmutableArray<EpochPoint> epochs = [.. _epochs.Skip(old + 1).Select(epoch => epoch.Point)];
        return trials.IsEmpty && epochs.IsEmpty ? null : new TrialChanges(task, Count, trials, epochs);
    }

    /// <summary>Whether so much has changed since a version that the whole is shorter.</summary>
    public bool HasManySince(long version) => _trials.Values.Count(trial => trial.Version > version) > MostChanges;

    /// <summary>Trials before a number, the newest first.</summary>
    public ImmutableArray<TrialRow> Before(int number, int limit) =>
        [.. _trials.Reverse().SkipWhile(trial => trial.Key >= number).Take(limit).Select(trial => trial.Value.Row)];

    /// <summary>What is shown of the task.</summary>
    public TaskDetail Detail(TaskRow task, TaskProgress? progress, ImmutableArray<string> files)
    {
        var newest = Before(int.MaxValue, NewestShown);
        var curves = newest.Take(CurvesShown).Select(trial => trial.Number).ToHashSet();
        return new TaskDetail(
            task, progress, Count, newest, Points(), [.. _epochs.Where(epoch => curves.Contains(epoch.Point.Trial)).Select(epoch => epoch.Point)], files);
    }

    private ImmutableArray<TrialPoint> Points()
    {
        var scored = _trials.Values.Select(trial => trial.Row).Where(trial => trial.IsResult).ToList();
        var step = 1 + (scored.Count / MostPoints);
        var points = ImmutableArray.CreateBuilder<TrialPoint>();
        var best = double.NegativeInfinity;
        for (var index = 0; index < scored.Count; index++)
        {
            var accuracy = scored[index].Accuracy!.Value;
            if (accuracy > best || index % step == 0)
            {
                points.Add(new TrialPoint(scored[index].Number, accuracy));
            }

            best = Math.Max(best, accuracy);
        }

        return points.ToImmutable();
    }
}
