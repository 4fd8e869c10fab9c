using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Commands.Status;

/// <summary>What runs, waits and has ended at a moment.</summary>
/// <param name="Taken">The moment.</param>
/// <param name="Daemon">The daemon's process id; null where none runs.</param>
/// <param name="Tasks">The tasks: those that have ended in the order of their ends, then those that have not.</param>
/// <param name="Hidden">How many more have ended.</param>
internal sealed record StatusSnapshot(DateTimeOffset Taken, int? Daemon, ImmutableArray<TaskStatus> Tasks, int Hidden);

/// <summary>A task and where it stands.</summary>
/// <param name="Task">The task.</param>
/// <param name="Progress">What the daemon last said of it; null where it does not work on it.</param>
internal sealed record TaskStatus(TaskRecord Task, TaskProgress? Progress);
