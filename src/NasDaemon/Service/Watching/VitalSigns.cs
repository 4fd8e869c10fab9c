using System.Collections.Immutable;
using System.Reflection;
using NasDaemon.Composition;
using NasDaemon.Live.Signs;
using NasDaemon.Notifications;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Service.Watching;

/// <summary>How the daemon is, told by its parts.</summary>
/// <param name="settings">Says how often the main loop goes round.</param>
/// <param name="heartbeat">The main loop.</param>
/// <param name="executor">The workers.</param>
/// <param name="lending">The language models.</param>
/// <param name="time">The clock.</param>
internal sealed class VitalSigns(DaemonSettings settings, Heartbeat heartbeat, LocalTrialExecutor executor, ModelLending lending, TimeProvider time)
    : IVitalSigns
{
    // A pass may have to read a long task file; twice the pause between two looks is no sign of anything either.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Version { get; } =
        typeof(VitalSigns).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <inheritdoc/>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    /// <inheritdoc/>
    public TimeSpan SinceBeat => heartbeat.SinceLast;

    /// <inheritdoc/>
    public TimeSpan LongestPass => (2 * settings.ScanInterval) + Patience;

    /// <inheritdoc/>
    public int Slots => executor.Slots;

    /// <inheritdoc/>
    public ImmutableArray<WorkerActivity> Workers => executor.Workers();

    /// <inheritdoc/>
    public ImmutableArray<LoadedLanguageModel> Models => lending.Leases.Loaded;

    /// <inheritdoc/>
    public long TokensGenerated => lending.Meter.Generated;

    /// <inheritdoc/>
    public long TokensRead => lending.Meter.Read;

    /// <inheritdoc/>
    public double TokensPerSecond => lending.Meter.PerSecond();
}
