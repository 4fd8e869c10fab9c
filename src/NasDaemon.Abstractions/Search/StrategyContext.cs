using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Randomness;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Abstractions.Search;

/// <summary>What a strategy is created with for one task.</summary>
/// <param name="Component">Options, folders, clock and logging.</param>
/// <param name="Task">The task.</param>
/// <param name="Shape">What its networks read and return.</param>
/// <param name="Space">Sampling, mutation and cross-over of the task's search space.</param>
/// <param name="Random">The task's randomness, by purpose.</param>
/// <param name="Archive">Every earlier trial, read-only.</param>
public sealed record StrategyContext(
    ComponentContext Component,
    SearchTask Task,
    NetworkShape Shape,
    ISpaceSampler Space,
    IRandomStreams Random,
    IArchive Archive)
{
    /// <summary>Reads sources as the task's judge does.</summary>
    public required ISourceReader Sources { get; init; }

    /// <summary>Makes other strategies for the same task, for those that mix several.</summary>
    public required IStrategyFactory Strategies { get; init; }

    /// <summary>The task's language model, asked for when it is first needed; null where the task has none.</summary>
    public Func<CancellationToken, Task<ILanguageModel>>? Model { get; init; }
}
