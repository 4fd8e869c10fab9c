namespace NasDaemon.Pipeline.Workers;

/// <summary>How many workers run and what each may use up.</summary>
public sealed record WorkerSettings
{
    /// <summary>How many trials run at once.</summary>
    /// <value>At least 1; by default one a processor core.</value>
    public int Slots { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory of one worker in bytes, files mapped into it left out.</summary>
    /// <value>By default 4 GiB.</value>
    public long MemoryLimitBytes { get; init; } = 4L << 30;

    /// <summary>How long one run of a trial may take.</summary>
    /// <value>By default 24 hours.</value>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a worker may give no sign of progress.</summary>
    /// <value>By default 10 minutes: a large network's evaluation is one step.</value>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a worker's memory and progress are looked at.</summary>
    /// <value>By default 200 milliseconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(200);
}
