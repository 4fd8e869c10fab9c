namespace NasDaemon.Abstractions.Training;

/// <summary>
/// One network being trained, in small steps. Estimators and one-shot strategies are loops over these steps.
/// Every member may throw <see cref="EngineException"/>.
/// </summary>
public interface ITrainingSession : IDisposable
{
    /// <summary>Whole epochs that were trained so far.</summary>
    int EpochsDone { get; }

    /// <summary>Batches of an epoch.</summary>
    int BatchesPerEpoch { get; }

    /// <summary>How samples are scaled before the network sees them.</summary>
    InputScaling Scaling { get; }

    /// <summary>Trains the next batches; begins the next epoch where one has ended, with an order of samples of its own.</summary>
    /// <param name="count">How many batches; at least 1. It does not go beyond the end of an epoch.</param>
    /// <param name="extraInputs">What <c>forward</c> takes behind the samples (the weight vectors of a supernet); empty for a plain network.</param>
    /// <param name="cancellation">Checked after every batch.</param>
    /// <returns>What was trained.</returns>
    BatchMetrics TrainBatches(int count, IReadOnlyList<NamedTensor> extraInputs, CancellationToken cancellation);

    /// <summary>Evaluates without changing anything.</summary>
    /// <param name="part">Which samples.</param>
    /// <param name="extraInputs">What <c>forward</c> takes behind the samples.</param>
    /// <param name="cancellation">Checked after every batch.</param>
    /// <returns>Accuracy and loss.</returns>
    Evaluation Evaluate(SamplePart part, IReadOnlyList<NamedTensor> extraInputs, CancellationToken cancellation);

    /// <summary>The parameters and persistent buffers by <c>state_dict</c> name, in its order.</summary>
    /// <returns>Copies.</returns>
    IReadOnlyList<NamedTensor> GetWeights();

    /// <summary>Sets parameters and buffers by <c>state_dict</c> name; those that are not named stay as they are.</summary>
    /// <param name="weights">The tensors; each must have the shape of its entry.</param>
    void SetWeights(IReadOnlyList<NamedTensor> weights);

    /// <summary>Saves everything: weights, optimizer, schedule, random state, position. Written whole by rename.</summary>
    /// <param name="path">The file.</param>
    void Save(string path);

    /// <summary>Goes on from a file of <see cref="Save"/>, to the very figures of a session that was never interrupted.</summary>
    /// <param name="path">The file.</param>
    void Restore(string path);

    /// <summary>Writes the network in eval mode as TorchScript that <c>torch.jit.load</c> reads. Written whole by rename.</summary>
    /// <param name="path">The file.</param>
    void ExportTorchScript(string path);
}
