using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Interop;

namespace NasDaemon.Engines.LibTorch.Samples;

/// <summary>A split of a data set inside the native library.</summary>
internal sealed unsafe class SampleReader : IDisposable
{
    private readonly SamplesHandle _handle;
    private readonly int _channels;

    private SampleReader(SamplesHandle handle, int channels) => (_handle, _channels) = (handle, channels);

    /// <summary>The native split.</summary>
    public SamplesHandle Handle => _handle;

    /// <summary>Maps a split into memory.</summary>
    /// <param name="split">The split.</param>
    /// <param name="sampleShape">The sizes of one sample.</param>
    /// <param name="classNumbers">For each class of the data set its number in the task.</param>
    /// <returns>The reader.</returns>
    public static SampleReader Open(DatasetSplit split, IReadOnlyList<int> sampleShape, IReadOnlyList<int> classNumbers)
    {
        long[] sizes = [.. sampleShape.Select(size => (long)size)];
        int[] labels = [.. split.Labels.Select(label => classNumbers[label])];
        SamplesHandle handle;
        fixed (long* shape = sizes)
        {
            NativeError.Check(NativeMethods.nas_samples_create((int)split.Element, shape, sizes.Length, out handle));
        }

        try
        {
            foreach (var block in split.Blocks)
            {
                NativeError.Check(NativeMethods.nas_samples_add_block(handle, block.Path, block.Offset, block.Stride, block.Count));
            }

            fixed (int* numbers = labels)
            {
                NativeError.Check(NativeMethods.nas_samples_set_labels(handle, numbers, labels.Length));
            }

            NativeError.Check(NativeMethods.nas_samples_channels(handle, out var channels));
            return new SampleReader(handle, channels);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Measures the channels over some samples.</summary>
    /// <param name="indices">The samples; at least one.</param>
    /// <returns>Their means and deviations, a deviation of 0 replaced by 1.</returns>
    public InputScaling Measure(ReadOnlySpan<int> indices)
    {
        var means = new double[_channels];
        var deviations = new double[_channels];
        fixed (int* first = indices)
        fixed (double* meansPointer = means)
        fixed (double* deviationsPointer = deviations)
        {
            NativeError.Check(NativeMethods.nas_samples_measure(_handle, first, indices.Length, meansPointer, deviationsPointer));
        }

        return new InputScaling([.. means], [.. deviations.Select(deviation => deviation > 0 ? deviation : 1)]);
    }

    /// <summary>What leaves samples as they are.</summary>
    /// <returns>Means of 0 and deviations of 1.</returns>
    public InputScaling Unscaled() =>
        new([.. Enumerable.Repeat(0.0, _channels)], [.. Enumerable.Repeat(1.0, _channels)]);

    /// <summary>Has every sample read with this scaling from now on.</summary>
    /// <param name="scaling">The scaling.</param>
    public void Scale(InputScaling scaling)
    {
        fixed (double* means = scaling.Means.AsSpan())
        fixed (double* deviations = scaling.Deviations.AsSpan())
        {
            NativeError.Check(NativeMethods.nas_samples_normalise(_handle, means, deviations));
        }
    }

    /// <summary>Reads samples as a network would see them.</summary>
    /// <param name="batch">Which samples.</param>
    /// <param name="augmentation">How they are changed; null leaves them.</param>
    /// <param name="sampleElements">How many elements one sample has.</param>
    /// <returns>The samples in row-major order.</returns>
    public float[] Read(SampleBatch batch, NativeAugmentation? augmentation, int sampleElements)
    {
        var result = new float[batch.Indices.Length * sampleElements];
        var given = augmentation.GetValueOrDefault();
        fixed (int* indices = batch.Indices)
        fixed (float* data = result)
        {
            var native = batch.ToNative(indices);
            NativeError.Check(NativeMethods.nas_samples_read(
                _handle, in native, augmentation is null ? null : &given, data, result.Length));
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
