using System.Runtime.InteropServices;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <content>Training.</content>
internal static unsafe partial class NativeMethods
{
    /// <summary>Makes an optimizer over a network, which must outlive it.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_trainer_create(NetworkHandle network, in NativeRecipe recipe, out TrainerHandle trainer);

    /// <summary>Frees a trainer.</summary>
    [LibraryImport(Library)]
    internal static partial void nas_trainer_destroy(nint trainer);

    /// <summary>Does one optimizer step.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_trainer_step(
        TrainerHandle trainer, SamplesHandle samples, in NativeBatch batch, NativeAugmentation* augmentation, double learningRate);

    /// <summary>Takes the sum of the losses since the last call.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_trainer_take_loss(TrainerHandle trainer, out double sum);

    /// <summary>Evaluates a batch.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_trainer_evaluate(
        TrainerHandle trainer, SamplesHandle samples, in NativeBatch batch, out long correct, out double loss);

    /// <summary>Writes a checkpoint.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_trainer_save(TrainerHandle trainer, string path, long* position, int positionCount);

    /// <summary>Reads a checkpoint.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_trainer_restore(TrainerHandle trainer, string path, long* position, int positionCount);
}
