namespace NasDaemon.Tests.Support;

/// <summary>
/// Looks at the results that workers leave in the trials' folders while a task runs. A result is written once, when a trial has
/// been trained to its end; the same trial with another result would have been trained to its end twice.
/// </summary>
internal sealed class FinishedTrials : IAsyncDisposable
{
    private const string ResultFile = "result.json";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);
    private readonly Dictionary<string, HashSet<DateTime>> _results = [];
    private readonly CancellationTokenSource _end = new();
    private readonly string _trials;
    private readonly Task _watch;

    public FinishedTrials(DaemonHome home, string task)
    {
        _trials = home.Combine("state", "tasks", task, "trials");
        _watch = WatchAsync();
    }

    /// <summary>When the results of each trial were written, by the trial's folder.</summary>
    public IReadOnlyDictionary<string, HashSet<DateTime>> Results => _results;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watch;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            Look();
            await Task.Delay(Interval, CancellationToken.None);
        }
    }

    private void Look()
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(_trials, ResultFile, SearchOption.AllDirectories))
            {
                // The folder may be put away between being listed and being looked at.
                if (new FileInfo(file) is { Exists: true } result)
                {
                    _results.TryAdd(result.Directory!.Name, []);
                    _results[result.Directory.Name].Add(result.LastWriteTimeUtc);
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // The task's folder is not there yet, or is put away already: nothing to see.
        }
    }
}
