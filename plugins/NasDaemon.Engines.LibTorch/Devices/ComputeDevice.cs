using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Interop;

namespace NasDaemon.Engines.LibTorch.Devices;

/// <summary>Where the engine computes.</summary>
/// <param name="Name">libtorch's name of it: <c>cpu</c> or <c>cuda</c>.</param>
/// <param name="Description">For reports, e.g. <c>cpu (AVX2)</c>.</param>
/// <param name="HasOneDnn">Whether libtorch has oneDNN.</param>
/// <param name="ComputeCapability">Of a CUDA device, major × 10 + minor; else 0.</param>
internal sealed record ComputeDevice(string Name, string Description, bool HasOneDnn, int ComputeCapability)
{
    /// <summary>The option's value that takes CUDA where it can be used.</summary>
    public const string Auto = "auto";

    /// <summary>The processor.</summary>
    public const string Cpu = "cpu";

    /// <summary>The first CUDA device.</summary>
    public const string Cuda = "cuda";

    /// <summary>Chooses the device.</summary>
    /// <param name="wanted">The option's value.</param>
    /// <returns>The device.</returns>
    /// <exception cref="EngineException">CUDA was asked for and cannot be used.</exception>
    public static unsafe ComputeDevice Choose(string wanted)
    {
        var hasOneDnn = NativeMethods.nas_has_onednn() != 0;
        var hasCuda = wanted != Cpu && NativeMethods.nas_cuda_device_count() > 0;
        if (wanted == Cuda && !hasCuda)
        {
            throw new EngineException(
                "device: cuda was asked for, and libtorch finds no CUDA device. Build the native library with LIBTORCH set to a CUDA build, or use device: auto.");
        }

        if (!hasCuda)
        {
            return new ComputeDevice(Cpu, $"cpu ({NativeError.Text(NativeMethods.nas_processor_capability())})", hasOneDnn, 0);
        }

        var capability = NativeMethods.nas_cuda_compute_capability();
        return new ComputeDevice(Cuda, $"cuda (compute capability {capability / 10}.{capability % 10})", hasOneDnn, capability);
    }
}
