using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Watching;

namespace NasDaemon.Live.Signs;

/// <summary>The daemon's figures for Prometheus.</summary>
/// <param name="store">Counts tasks and trials.</param>
/// <param name="feed">Knows what runs.</param>
/// <param name="signs">How the daemon is.</param>
/// <param name="time">The clock.</param>
internal sealed class DaemonMetrics(ITrialStore store, LiveFeed feed, IVitalSigns signs, TimeProvider time)
{
    /// <summary>Takes the figures of this moment.</summary>
    public MetricsText Take()
    {
        var counts = store.Counts();
        var workers = signs.Workers;
        var models = signs.Models;
        return new MetricsText()
            .Gauges("nasdaemon_build_info", "The version of the daemon; always 1.", "version", [(signs.Version, 1)])
            .Gauge("process_start_time_seconds", "When the daemon began, in seconds since 1970.", signs.Started.ToUnixTimeMilliseconds() / 1000.0)
            .Counter("process_cpu_seconds_total", "Processor time of the daemon without its workers.", Environment.CpuUsage.TotalTime.TotalSeconds)
            .Gauge("process_resident_memory_bytes", "Memory of the daemon without its workers.", Environment.WorkingSet)
            .Gauge("nasdaemon_uptime_seconds", "How long the daemon has run.", (time.GetUtcNow() - signs.Started).TotalSeconds)
            .Gauge("nasdaemon_main_loop_age_seconds", "How long ago the main loop ended a pass.", signs.SinceBeat.TotalSeconds)
            .Gauges("nasdaemon_tasks", "Tasks by state, runs of experiments among them.", "state", ByState(counts.Tasks))
            .Gauges("nasdaemon_trials", "Trials of all tasks by state.", "state", ByState(counts.Trials))
            .Gauges("nasdaemon_running_task_seconds", "How long each running task has taken.", "task", Running(progress => progress.Seconds))
            .Gauges("nasdaemon_running_task_proposed_candidates", "Candidates that were proposed in each running task.", "task", Running(progress => progress.Counts.Proposed))
            .Gauge("nasdaemon_worker_slots", "How many trials can run at once.", signs.Slots)
            .Gauge("nasdaemon_workers", "Worker processes.", workers.Length)
            .Gauge("nasdaemon_workers_busy", "Worker processes that have a trial.", workers.Count(worker => worker.Trial is not null))
            .Gauge("nasdaemon_workers_memory_bytes", "Memory of all workers, without the data sets that they map.", workers.Sum(worker => worker.OwnBytes ?? 0))
            .Gauge("nasdaemon_language_models_loaded", "Language models that are loaded.", models.Length)
            .Gauge("nasdaemon_language_models_memory_bytes", "Memory of the processes of language models.", models.Sum(model => (model.Process is { } id ? ResidentMemory.Of(id) : null) ?? 0))
            .Counter("nasdaemon_language_model_generated_tokens_total", "Tokens that language models have written since the daemon began.", signs.TokensGenerated)
            .Counter("nasdaemon_language_model_prompt_tokens_total", "Tokens of prompts that language models have read since the daemon began.", signs.TokensRead)
            .Gauge("nasdaemon_live_page_watchers", "Pages that follow the daemon now.", feed.Watchers);
    }

    // A state that nothing is in is told as 0, so that a graph of it does not break off.
    private static IEnumerable<(string State, double Count)> ByState<T>(IReadOnlyDictionary<T, long> counts)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(state => (state.ToString().ToLowerInvariant(), (double)counts.GetValueOrDefault(state)));

    private IEnumerable<(string Task, double Value)> Running(Func<Pipeline.Outbox.TaskProgress, double> figure) =>
        feed.Running.Select(progress => (progress.Task, figure(progress)));
}
