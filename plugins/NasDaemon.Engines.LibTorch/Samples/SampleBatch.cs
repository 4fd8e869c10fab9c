using NasDaemon.Engines.LibTorch.Interop;

namespace NasDaemon.Engines.LibTorch.Samples;

/// <summary>A batch: which samples, and where it lies in the training.</summary>
/// <param name="indices">The samples.</param>
/// <param name="epoch">The epoch, from 0.</param>
/// <param name="firstPosition">The position of its first sample in the epoch's order.</param>
internal readonly ref struct SampleBatch(ReadOnlySpan<int> indices, int epoch, int firstPosition)
{
    /// <summary>The samples.</summary>
    public ReadOnlySpan<int> Indices { get; } = indices;

    /// <summary>The batch for the native library.</summary>
    /// <param name="pinned">The samples, pinned for as long as the result is used.</param>
    /// <returns>The native batch.</returns>
    public unsafe NativeBatch ToNative(int* pinned) =>
        new() { Indices = pinned, Count = Indices.Length, Epoch = epoch, FirstPosition = firstPosition };
}
