using NasDaemon.Abstractions.Tasks;
using NasDaemon.Engines.LibTorch.Interop;
using NasDaemon.Engines.LibTorch.Networks;
using NasDaemon.Engines.LibTorch.Samples;

namespace NasDaemon.Engines.LibTorch.Training;

/// <summary>An optimizer over a network, inside the native library.</summary>
internal sealed unsafe class Trainer : IDisposable
{
    private readonly TrainerHandle _handle;
    private readonly NativeAugmentation? _augmentation;

    /// <summary>Makes an optimizer over a network.</summary>
    /// <param name="network">The network; must outlive this.</param>
    /// <param name="training">The recipe.</param>
    /// <param name="seed">The session's seed.</param>
    /// <param name="composedUpdate">Whether the optimizer uses tensor operations in place of its own loops.</param>
    public Trainer(NativeNetwork network, TrainingSettings training, ulong seed, bool composedUpdate)
    {
        var recipe = NativeRecipes.Of(training, seed, composedUpdate);
        NativeError.Check(NativeMethods.nas_trainer_create(network.Handle, in recipe, out _handle));
        _augmentation = AugmentationOf(training.Augmentation, seed);
    }

    /// <summary>Does one optimizer step.</summary>
    /// <param name="samples">Where the samples are.</param>
    /// <param name="batch">Which.</param>
    /// <param name="learningRate">The learning rate.</param>
    public void Step(SampleReader samples, SampleBatch batch, double learningRate)
    {
        var augmentation = _augmentation.GetValueOrDefault();
        fixed (int* indices = batch.Indices)
        {
            var native = batch.ToNative(indices);
            NativeError.Check(NativeMethods.nas_trainer_step(
                _handle, samples.Handle, in native, _augmentation is null ? null : &augmentation, learningRate));
        }
    }

    /// <summary>Takes the sum of the samples' losses since the last call.</summary>
    /// <returns>The sum.</returns>
    public double TakeLoss()
    {
        NativeError.Check(NativeMethods.nas_trainer_take_loss(_handle, out var sum));
        return sum;
    }

    /// <summary>Evaluates a batch without changing anything.</summary>
    /// <param name="samples">Where the samples are.</param>
    /// <param name="batch">Which.</param>
    /// <returns>How many were right, and the sum of their losses.</returns>
    public (long Correct, double Loss) Evaluate(SampleReader samples, SampleBatch batch)
    {
        fixed (int* indices = batch.Indices)
        {
            var native = batch.ToNative(indices);
            NativeError.Check(NativeMethods.nas_trainer_evaluate(_handle, samples.Handle, in native, out var correct, out var loss));
            return (correct, loss);
        }
    }

    /// <summary>Writes weights, optimizer state and some numbers of the caller's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="position">The numbers.</param>
    public void Save(string path, ReadOnlySpan<long> position)
    {
        fixed (long* numbers = position)
        {
            NativeError.Check(NativeMethods.nas_trainer_save(_handle, path, numbers, position.Length));
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="position">Takes the caller's numbers.</param>
    public void Restore(string path, Span<long> position)
    {
        fixed (long* numbers = position)
        {
            NativeError.Check(NativeMethods.nas_trainer_restore(_handle, path, numbers, position.Length));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static NativeAugmentation? AugmentationOf(AugmentationSettings settings, ulong seed) =>
        settings is { CropPadding: 0, HorizontalFlip: false }
            ? null
            : new NativeAugmentation { CropPadding = settings.CropPadding, HorizontalFlip = settings.HorizontalFlip ? 1 : 0, Seed = seed };
}
