using System.Runtime.InteropServices;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <content>Samples.</content>
internal static unsafe partial class NativeMethods
{
    /// <summary>Makes an empty split.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_samples_create(int element, long* shape, int dimensions, out SamplesHandle samples);

    /// <summary>Frees a split.</summary>
    [LibraryImport(Library)]
    internal static partial void nas_samples_destroy(nint samples);

    /// <summary>Maps the next samples.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_samples_add_block(SamplesHandle samples, string path, long offset, long stride, long count);

    /// <summary>Sets the labels.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_samples_set_labels(SamplesHandle samples, int* labels, long count);

    /// <summary>Asks for the number of channels.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_samples_channels(SamplesHandle samples, out int channels);

    /// <summary>Measures mean and deviation of each channel.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_samples_measure(
        SamplesHandle samples, int* indices, long count, double* means, double* deviations);

    /// <summary>Sets the normalisation.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_samples_normalise(SamplesHandle samples, double* means, double* deviations);

    /// <summary>Reads a batch.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_samples_read(
        SamplesHandle samples, in NativeBatch batch, NativeAugmentation* augmentation, float* data, long elements);
}
