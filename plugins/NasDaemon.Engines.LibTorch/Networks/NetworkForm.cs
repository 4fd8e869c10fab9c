using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Engines.LibTorch.Networks;

/// <summary>The form that a network takes inside libtorch.</summary>
/// <param name="Device"><c>cpu</c> or <c>cuda</c>.</param>
/// <param name="ChannelsLast">Whether weights of four dimensions lie channels last.</param>
/// <param name="Precision">The arithmetic.</param>
internal sealed record NetworkForm(string Device, bool ChannelsLast, Precision Precision)
{
    /// <summary>The form that PyTorch users expect of a file: on the processor, row-major, float32.</summary>
    public static NetworkForm Exported { get; } = new("cpu", ChannelsLast: false, Precision.Float32);
}
