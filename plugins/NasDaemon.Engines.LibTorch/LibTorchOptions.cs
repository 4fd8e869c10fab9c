using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Engines.LibTorch.Devices;

namespace NasDaemon.Engines.LibTorch;

/// <summary>The engine's options.</summary>
/// <param name="Device"><c>auto</c>, <c>cpu</c> or <c>cuda</c>.</param>
/// <param name="ForceBFloat16">Whether bfloat16 is used whatever the hardware has.</param>
internal sealed record LibTorchOptions(string Device, bool ForceBFloat16)
{
    private const string DeviceKey = "device";
    private const string ForceBFloat16Key = "force_bfloat16";

    /// <summary>Whether the optimizer uses tensor operations, as on CUDA, in place of its own loops. For tests.</summary>
    public bool ComposedUpdate { get; init; }

    /// <summary>The options with their meaning and defaults.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new TextOption(
            DeviceKey,
            "Where to compute: auto takes CUDA where the library and a device are there, else the processor.",
            ComputeDevice.Auto,
            [ComputeDevice.Auto, ComputeDevice.Cpu, ComputeDevice.Cuda]),
        new FlagOption(ForceBFloat16Key, "For tests: precision bfloat16 is used even where the hardware has none, which is slow.", Default: false),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static LibTorchOptions From(OptionValues values) => new(values.Text(DeviceKey), values.Flag(ForceBFloat16Key));
}
