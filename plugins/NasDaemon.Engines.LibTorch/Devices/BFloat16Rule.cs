using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Engines.LibTorch.Devices;

/// <summary>What <c>precision: bfloat16</c> means on this machine. It follows from the hardware alone, so that a seed gives the same figures every time.</summary>
/// <param name="IsUsed">Whether bfloat16 is used where a recipe asks for it.</param>
/// <param name="Sentence">The rule's outcome, for reports.</param>
internal sealed record BFloat16Rule(bool IsUsed, string Sentence)
{
    private const int LeastComputeCapability = 80;

    /// <summary>The arithmetic of a recipe on this machine.</summary>
    /// <param name="wanted">What the recipe asks for.</param>
    /// <returns>What is used.</returns>
    public Precision Apply(Precision wanted) => IsUsed ? wanted : Precision.Float32;

    /// <summary>Decides.</summary>
    /// <param name="device">Where the engine computes.</param>
    /// <param name="features">What the processor has.</param>
    /// <param name="forced">Whether bfloat16 is used whatever the hardware has.</param>
    /// <returns>The rule.</returns>
    public static BFloat16Rule Decide(ComputeDevice device, ProcessorFeatures features, bool forced)
    {
        if (forced)
        {
            return new(true, "bfloat16 is forced, for tests; it may be slow here.");
        }

        if (device.Name == ComputeDevice.Cuda)
        {
            return device.ComputeCapability >= LeastComputeCapability
                ? new(true, "Convolutions and matrix products run in bfloat16.")
                : new(false, "The CUDA device has no bfloat16 units (compute capability 8.0 or later has), so float32 is used.");
        }

        if (!device.HasOneDnn)
        {
            return new(false, "libtorch was built without oneDNN, so float32 is used.");
        }

        return (features.HasAmx, features.HasAvx512) switch
        {
            (true, _) => new(true, "Convolutions and matrix products run in bfloat16 (AMX)."),
            (_, true) => new(true, "Convolutions and matrix products run in bfloat16 (AVX-512)."),
            _ => new(false, "The processor has neither AMX-BF16 nor AVX512-BF16, so float32 is used."),
        };
    }
}
