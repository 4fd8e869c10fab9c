using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NasDaemon.Testing.Onnx;

/// <summary>What became of one network on its way to the ONNX runtime.</summary>
/// <param name="Name">The network.</param>
/// <param name="IsChecked">Whether the checker of the ONNX project accepts the file.</param>
/// <param name="Problem">Why it could not be compared; null where it could.</param>
/// <param name="Error">The greatest distance from what PyTorch computes; null where the two are not comparable.</param>
/// <param name="Largest">The largest number that PyTorch computes.</param>
public sealed record OnnxVerdict(string Name, bool IsChecked, string? Problem, double? Error = null, double Largest = 0)
{
    /// <summary>Why the network was not exported, one sentence an operator; empty where it was.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Refusals { get; init; } = [];

    /// <summary>Whether the file takes every batch size.</summary>
    [JsonIgnore]
    public bool IsOpen { get; init; }

    /// <summary>The greatest distance, as a share of the largest number where that is above one.</summary>
    [JsonIgnore]
    public double? Distance => Error / Math.Max(1, Largest);

    /// <summary>Whether it computes the same, up to the rounding of 32-bit numbers.</summary>
    [JsonIgnore]
    public bool Agrees => Problem is null && Distance <= 1e-4;
}
