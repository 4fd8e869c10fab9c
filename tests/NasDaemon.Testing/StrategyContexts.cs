using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Randomness;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Candidates;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Testing;

/// <summary>What strategies are created with in tests.</summary>
public static class StrategyContexts
{
    /// <summary>Makes a context for a task that asks for nothing special.</summary>
    /// <param name="strategy">The strategy with its options.</param>
    /// <param name="space">The search space.</param>
    /// <param name="random">The task's randomness.</param>
    /// <returns>The context.</returns>
    public static StrategyContext Create(ComponentSelection strategy, ISpaceSampler space, IRandomStreams random)
    {
        var folders = new DaemonFolders("inbox", "outbox", "state", "data", "models");
        var component = new ComponentContext(strategy.Options, folders, TimeProvider.System, NullLoggerFactory.Instance);
        var (task, shape) = (Task(strategy), new NetworkShape([1, 28, 28], 10));
        return new StrategyContext(component, task, shape, space, random, new EmptyArchive())
        {
            Sources = new SourceReader(task, shape, new ArchitectureTracer(TracingLimits.Default)),
            Strategies = new StrategyFactory(new ComponentSet<StrategyContext, ISearchStrategy>("search strategy"), (_, _) => throw new NotSupportedException()),
        };
    }

    /// <summary>Lets strategies make others, as a task's own do.</summary>
    /// <param name="context">The context.</param>
    /// <param name="plugins">The plugins whose strategies there are.</param>
    /// <returns>The context with them.</returns>
    public static StrategyContext WithStrategies(this StrategyContext context, params IPlugin[] plugins)
    {
        ArgumentNullException.ThrowIfNull(context);
        var known = plugins.Select(PluginComponents.Of).Aggregate(new ComponentSet<StrategyContext, ISearchStrategy>("search strategy"), (all, plugin) => all.Add(plugin.Strategies));
        StrategyContext For(string name, OptionValues options) => context with
        {
            Component = context.Component with { Options = options },
            Strategies = new StrategyFactory(known, For),
        };
        return context with { Strategies = new StrategyFactory(known, For) };
    }

    private static SearchTask Task(ComponentSelection strategy)
    {
        var training = new TrainingSettings(
            1,
            64,
            new AdamSettings(0.001, 0, 0.9, 0.999, 1e-8),
            new ScheduleSettings(ScheduleKind.Constant, 0, 1, 1, 0),
            LossKind.CrossEntropy,
            0,
            null,
            Precision.Float32,
            new AugmentationSettings(0, false, true));
        return new SearchTask(
            "test",
            "",
            new DatasetSelection("mnist", [], 0.1, 1),
            new ComponentSelection("chain", OptionValues.None),
            strategy,
            new ComponentSelection("full", OptionValues.None),
            new ComponentSelection("libtorch", OptionValues.None),
            new Constraints(null, null, null),
            training,
            new Budget(10, null, null),
            new FinalSettings(1, 1),
            1);
    }
}
