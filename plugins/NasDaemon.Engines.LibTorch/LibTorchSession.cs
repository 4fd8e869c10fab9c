using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Networks;
using NasDaemon.Engines.LibTorch.Samples;
using NasDaemon.Engines.LibTorch.Training;

namespace NasDaemon.Engines.LibTorch;

/// <summary>One network being trained by libtorch.</summary>
internal sealed class LibTorchSession : ITrainingSession
{
    private readonly SessionSetup _setup;
    private readonly NativeNetwork _network;
    private readonly SessionSamples _samples;
    private readonly Trainer _trainer;
    private readonly EpochOrder _order;
    private readonly LearningRateSchedule _schedule;
    private TrainingPosition _position;
    private bool _hasExtraInputs;

    /// <summary>Builds the network and maps its samples.</summary>
    /// <param name="setup">Network, recipe and data.</param>
    /// <param name="form">The form of the network.</param>
    /// <param name="composedUpdate">Whether the optimizer uses tensor operations in place of its own loops.</param>
    public LibTorchSession(SessionSetup setup, NetworkForm form, bool composedUpdate)
    {
        _setup = setup;
        var seed = unchecked((ulong)setup.Seed);
        BatchesPerEpoch = BatchCount(setup);
        _order = new EpochOrder(setup.Data.Train, seed);
        _schedule = new LearningRateSchedule(setup.Training, BatchesPerEpoch);
        _samples = new SessionSamples(setup.Data, setup.Training.Augmentation.Normalisation);
        try
        {
            _network = NetworkBuilder.Build(setup.Architecture, form, setup.Seed);
            _trainer = new Trainer(_network, setup.Training, seed, composedUpdate);
        }
        catch
        {
            _network?.Dispose();
            _samples.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public int EpochsDone => _position.Epoch;

    /// <inheritdoc/>
    public int BatchesPerEpoch { get; }

    /// <inheritdoc/>
    public InputScaling Scaling => _samples.Scaling;

    /// <inheritdoc/>
    public BatchMetrics TrainBatches(int count, IReadOnlyList<NamedTensor> extraInputs, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        SetExtraInputs(extraInputs);
        var batches = Math.Min(count, BatchesPerEpoch - _position.Batch);
        var samples = 0;
        for (var done = 0; done < batches; done++)
        {
            cancellation.ThrowIfCancellationRequested();
            samples += TrainBatch();
        }

        return new BatchMetrics(batches, samples, _trainer.TakeLoss() / samples, _position.Batch == 0);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(SamplePart part, IReadOnlyList<NamedTensor> extraInputs, CancellationToken cancellation)
    {
        SetExtraInputs(extraInputs);
        var (reader, indices) = _samples.Of(part);
        var correct = 0L;
        var loss = 0.0;
        for (var first = 0; first < indices.Length; first += _setup.Training.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(_setup.Training.BatchSize, indices.Length - first);
            var result = _trainer.Evaluate(reader, new SampleBatch(indices.AsSpan(first, count), epoch: 0, first));
            correct += result.Correct;
            loss += result.Loss;
        }

        return new Evaluation((double)correct / indices.Length, loss / indices.Length, indices.Length);
    }

    /// <inheritdoc/>
    public IReadOnlyList<NamedTensor> GetWeights() => _network.Read();

    /// <inheritdoc/>
    public void SetWeights(IReadOnlyList<NamedTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        _network.Write(weights);
    }

    /// <inheritdoc/>
    public void Save(string path) => WholeFile.Write(path, temporary => _trainer.Save(temporary, _position.Write()));

    /// <inheritdoc/>
    public void Restore(string path)
    {
        Span<long> numbers = stackalloc long[TrainingPosition.Numbers];
        _trainer.Restore(path, numbers);
        _position = TrainingPosition.Read(numbers) ?? throw new EngineException($"{path} is a checkpoint of another version.");
    }

    /// <inheritdoc/>
    public void ExportTorchScript(string path)
    {
        using var exported = NetworkBuilder.Build(_setup.Architecture, NetworkForm.Exported, _setup.Seed);
        exported.CopyFrom(_network);
        WholeFile.Write(path, exported.Export);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _trainer.Dispose();
        _network.Dispose();
        _samples.Dispose();
    }

    /// <remarks>A last batch of one sample is left out: batch normalisation has no variance to divide by.</remarks>
    private static int BatchCount(SessionSetup setup)
    {
        var (samples, size) = (setup.Data.Train.Count, setup.Training.BatchSize);
        return samples > size && samples % size == 1 ? samples / size : (samples + size - 1) / size;
    }

    private int TrainBatch()
    {
        var first = _position.Batch * _setup.Training.BatchSize;
        var order = _order.Of(_position.Epoch);
        var count = Math.Min(_setup.Training.BatchSize, order.Length - first);
        var step = ((long)_position.Epoch * BatchesPerEpoch) + _position.Batch;
        _trainer.Step(_samples.Train, new SampleBatch(order.Slice(first, count), _position.Epoch, first), _schedule.At(step));
        _position = _position.Next(BatchesPerEpoch);
        return count;
    }

    private void SetExtraInputs(IReadOnlyList<NamedTensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count > 0 || _hasExtraInputs)
        {
            _network.SetExtraInputs(inputs);
            _hasExtraInputs = inputs.Count > 0;
        }
    }
}
