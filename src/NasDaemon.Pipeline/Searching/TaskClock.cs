namespace NasDaemon.Pipeline.Searching;

/// <summary>Measures how long the search and the final trainings take, the time in which no daemon ran left out.</summary>
internal sealed class TaskClock
{
    private readonly TimeProvider _time;
    private readonly double _earlierSearch;
    private readonly double _earlierFinal;
    private readonly long _begun;
    private double? _searchEnded;

    public TaskClock(TimeProvider time, double earlierSearch, double earlierFinal)
    {
        (_time, _earlierSearch, _earlierFinal) = (time, earlierSearch, earlierFinal);
        _begun = time.GetTimestamp();
    }

    /// <summary>Seconds of search, of this start and all earlier ones.</summary>
    public double SearchSeconds => _earlierSearch + (_searchEnded ?? Elapsed);

    /// <summary>Seconds of final training, of this start and all earlier ones.</summary>
    public double FinalSeconds => _earlierFinal + (_searchEnded is { } ended ? Elapsed - ended : 0);

    private double Elapsed => _time.GetElapsedTime(_begun).TotalSeconds;

    /// <summary>From now on the time counts as final training.</summary>
    public void EndSearch() => _searchEnded ??= Elapsed;
}
