using System.Collections.Immutable;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Pipeline.Tests.Workers;

/// <summary>Starts the worker program of the tests: a real process that speaks the real protocol.</summary>
internal static class TestWorkers
{
    private const string Python = "/usr/bin/python3";

    /// <summary>The command line of a worker.</summary>
    /// <param name="misbehaviour">What it does wrong; <c>none</c> for nothing.</param>
    /// <param name="journal">A file into which it writes every epoch and every end.</param>
    /// <param name="delay">Seconds that an epoch takes.</param>
    public static WorkerCommandLine CommandLine(string misbehaviour = "none", string? journal = null, string delay = "0") =>
        new(Python, [Path.Combine(AppContext.BaseDirectory, "Workers", "Programs", "worker.py"), misbehaviour])
        {
            Environment = new Dictionary<string, string> { ["WORKER_DELAY"] = delay, ["WORKER_JOURNAL"] = journal ?? "" }.ToImmutableDictionary(),
        };

    /// <summary>Limits that no test reaches unless it wants to.</summary>
    public static WorkerSettings Settings(int slots = 1) => new() { Slots = slots, PollInterval = TimeSpan.FromMilliseconds(20) };
}
