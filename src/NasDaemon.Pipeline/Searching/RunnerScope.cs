using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Where a task's steps are kept and its networks trained.</summary>
/// <param name="Store">Keeps every step.</param>
/// <param name="Executor">Runs trials.</param>
public sealed record RunnerScope(ITrialStore Store, ITrialExecutor Executor);
