using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Composition;
using NasDaemon.Live;
using NasDaemon.Live.Signs;
using NasDaemon.Live.Watching;
using NasDaemon.Logging;
using NasDaemon.Notifications;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Pipeline.Tables;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Service.Watching;
using Serilog;

namespace NasDaemon.Service;

/// <summary>Builds the daemon from its parts and runs it.</summary>
internal static class Daemon
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(45);

    /// <summary>Runs the daemon until it is told to stop.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="plugins">The folder of the plugins.</param>
    /// <param name="worker">How a worker process is started.</param>
    /// <param name="modelWorker">How the process of a language model is started.</param>
    /// <param name="isJson">Whether the console gets its log as JSON, an object a line.</param>
    /// <param name="notes">Where the user is told what no log may hold.</param>
    /// <returns>When it has stopped.</returns>
    public static async Task RunAsync(
        DaemonSettings settings, string plugins, WorkerCommandLine worker, WorkerCommandLine modelWorker, bool isJson, TextWriter notes)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var console = isJson ? ConsoleLog.Json : LogSetup.IsUnderSystemd(Environment.GetEnvironmentVariable) ? ConsoleLog.Journal : ConsoleLog.Text;
        var log = LogSetup.ForDaemon(Path.Combine(settings.Folders.State, "logs"), settings, console);
        builder.Logging.AddSerilog(log, dispose: true);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = DrainLimit);
        builder.Services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        AddHost(builder.Services);
        AddPipeline(builder.Services, settings, plugins, worker, modelWorker);
        if (settings.Live.IsEnabled)
        {
            AddLivePage(builder.Services, settings.Live, notes);
        }

        using var host = builder.Build();
        await host.RunAsync();
    }

    private static void AddHost(IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(ServiceNotifier.FromEnvironment(Environment.GetEnvironmentVariable, Environment.ProcessId))
        .AddSingleton<Heartbeat>()
        .AddHostedService<LifecycleService>()
        .AddHostedService<WorkService>()
        .AddHostedService<IntakeService>()
        .AddHostedService<WatchdogService>()
        .AddSingleton<RetentionService>()
        .AddHostedService(parts => parts.GetRequiredService<RetentionService>());

    private static void AddLivePage(IServiceCollection services, LiveSettings settings, TextWriter notes) => services
        .AddSingleton<IVitalSigns, VitalSigns>()
        .AddSingleton<LiveParts>()
        .AddHostedService(parts => ActivatorUtilities.CreateInstance<LivePageService>(parts, settings, notes));

    private static void AddPipeline(
        IServiceCollection services, DaemonSettings settings, string plugins, WorkerCommandLine worker, WorkerCommandLine modelWorker) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Folders)
        .AddSingleton(new InboxTiming(settings.ScanInterval, settings.Settle))
        .AddSingleton(new TaskCommands(settings.Folders.Inbox))
        .AddSingleton(new TaskFolders(settings.Folders.State))
        .AddSingleton(new WeightRetention(settings.Folders.State, settings.Retention, TimeProvider.System))
        .AddSingleton(new ArchitectureTracer(TracingLimits.Default))
        .AddSingleton<PluginLoader>()
        .AddSingleton(parts => parts.GetRequiredService<PluginLoader>().Load(plugins))
        .AddSingleton(parts => parts.GetRequiredService<PluginSet>().Catalogue)
        .AddSingleton<Components>()
        .AddSingleton<LiveFeed>()
        .AddSingleton<ITrialStore>(parts => new WatchedStore(parts.GetRequiredService<Components>().OpenStore(), parts.GetRequiredService<LiveFeed>()))
        .AddSingleton(parts => parts.GetRequiredService<Components>().TaskReader(settings.Engine, parts.GetRequiredService<ModelLending>().Catalogue))
        .AddSingleton(parts => ActivatorUtilities.CreateInstance<LocalTrialExecutor>(parts, settings.Workers, worker))
        .AddSingleton<ITrialExecutor>(parts => parts.GetRequiredService<LocalTrialExecutor>())
        .AddSingleton(parts => new ModelLending(parts.GetRequiredService<Components>(), settings, modelWorker))
        .AddSingleton(parts => parts.GetRequiredService<ModelLending>().Leases)
        .AddSingleton<TrainingTables>()
        .AddSingleton<TaskRunnerFactory>()
        .AddSingleton(parts => ActivatorUtilities.CreateInstance<InboxScanner>(parts, settings.Folders.Inbox, settings.Settle))
        .AddSingleton(parts => ActivatorUtilities.CreateInstance<InboxWatcher>(parts, settings.Folders.Inbox))
        .AddSingleton<TaskIntake>()
        .AddSingleton<InboxService>()
        .AddSingleton<TaskQueue>()
        .AddSingleton<Cancellations>()
        .AddSingleton<TaskProgressTeller>()
        .AddSingleton<TaskConclusion>()
        .AddSingleton<ExperimentWork>()
        .AddSingleton<TaskWork>();
}
