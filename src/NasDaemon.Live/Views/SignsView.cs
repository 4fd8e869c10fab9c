using System.Collections.Immutable;
using NasDaemon.Live.Signs;

namespace NasDaemon.Live.Views;

/// <summary>How the daemon is at the moment.</summary>
/// <param name="Version">The daemon's version.</param>
/// <param name="Started">When it began.</param>
/// <param name="MemoryBytes">Its memory, without workers.</param>
/// <param name="Slots">How many trials can run at once.</param>
/// <param name="Workers">The workers.</param>
/// <param name="Models">The language models that are loaded.</param>
/// <param name="TokensPerSecond">Tokens that language models write a second.</param>
/// <param name="TokensGenerated">Tokens that they have written since the daemon began.</param>
internal sealed record SignsView(
    string Version,
    DateTimeOffset Started,
    long MemoryBytes,
    int Slots,
    ImmutableArray<WorkerRow> Workers,
    ImmutableArray<ModelRow> Models,
    double TokensPerSecond,
    long TokensGenerated)
{
    /// <summary>Looks at the daemon.</summary>
    public static SignsView Of(IVitalSigns signs) => new(
        signs.Version,
        signs.Started,
        Environment.WorkingSet,
        signs.Slots,
        [.. signs.Workers.Select(worker => new WorkerRow(worker.Process, worker.Trial?.Task, worker.Trial?.Number, worker.Since, worker.OwnBytes))],
        [.. signs.Models.Select(model => new ModelRow(model.Name, model.Process is { } process ? ResidentMemory.Of(process) : null))],
        Math.Round(signs.TokensPerSecond, 1),
        signs.TokensGenerated);
}

/// <summary>A worker.</summary>
/// <param name="Process">Its process id.</param>
/// <param name="Task">The task of its trial; null where it waits.</param>
/// <param name="Trial">The number of its trial; null where it waits.</param>
/// <param name="Since">When it began so.</param>
/// <param name="MemoryBytes">The memory that it has of its own.</param>
internal sealed record WorkerRow(int Process, string? Task, int? Trial, DateTimeOffset Since, long? MemoryBytes);

/// <summary>A language model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MemoryBytes">The memory of its process; null where it has none of its own.</param>
internal sealed record ModelRow(string Name, long? MemoryBytes);
