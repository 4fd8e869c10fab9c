using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Abstractions.Execution;

/// <summary>What a trial needs to run anywhere.</summary>
/// <param name="Key">Which trial.</param>
/// <param name="Kind">Search, or final.</param>
/// <param name="Architecture">The network.</param>
/// <param name="Dataset">Which samples.</param>
/// <param name="Training">How it is trained; a final trial carries its own number of epochs here.</param>
/// <param name="DataShare">Share of the training samples that this fidelity uses; above 0, at most 1.</param>
/// <param name="Engine">The engine with its options.</param>
/// <param name="Seed">The seed of initialisation, order of samples, dropout and augmentation.</param>
/// <param name="MaximumEpochs">Epochs at which it ends, whatever the monitor says.</param>
/// <param name="Folder">The trial's own folder: checkpoints, the result, and for final trials the exported model.</param>
/// <param name="InitialWeights">A safetensors file whose tensors the network starts from, by name and shape; null starts afresh.</param>
/// <param name="EpochsKnown">Epochs that the monitor has seen in earlier runs; the monitor is asked about every later one, also of those that the folder holds already.</param>
public sealed record TrialRequest(
    TrialKey Key,
    TrialKind Kind,
    Architecture Architecture,
    DatasetSelection Dataset,
    TrainingSettings Training,
    double DataShare,
    ComponentSelection Engine,
    long Seed,
    int MaximumEpochs,
    string Folder,
    string? InitialWeights = null,
    int EpochsKnown = 0)
{
    /// <summary>The decisions that made the network; null where no search space did. Who trains does not look at them.</summary>
    public AnswerList? Answers { get; init; }
}
