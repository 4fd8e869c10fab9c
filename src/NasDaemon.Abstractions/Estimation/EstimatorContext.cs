using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Randomness;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Abstractions.Estimation;

/// <summary>What an estimator is created with for one task.</summary>
/// <param name="Component">Options, folders, clock and logging.</param>
/// <param name="Task">The task.</param>
/// <param name="Random">The task's randomness, by purpose.</param>
/// <param name="Archive">Every earlier trial, read-only.</param>
public sealed record EstimatorContext(ComponentContext Component, SearchTask Task, IRandomStreams Random, IArchive Archive);
