namespace NasDaemon.Reports.TensorBoard.Runs;

/// <summary>
/// When the parts of a training were, in seconds since 1970: as if it had begun when it was created and had never been paused, since only
/// the epochs' lengths are known.
/// </summary>
internal static class RunTimes
{
    /// <summary>When it began.</summary>
    public static double Start(TrainedRun run) => Seconds(run.Trial.Created);

    /// <summary>When each of its epochs ended.</summary>
    public static IEnumerable<double> Epochs(TrainedRun run)
    {
        var time = Start(run);
        foreach (var epoch in run.Epochs)
        {
            time += epoch.Seconds;
            yield return time;
        }
    }

    /// <summary>When it ended, and never before its last epoch.</summary>
    public static double End(TrainedRun run) => Epochs(run).Append(Seconds(run.Trial.Ended ?? run.Trial.Created)).Max();

    private static double Seconds(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).TotalSeconds;
}
