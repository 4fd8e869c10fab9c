using System.Collections.Immutable;

namespace NasDaemon.Exports.Onnx;

/// <summary>How a network is written as ONNX.</summary>
/// <param name="ProducerVersion">The version of the program that writes, as the file states it.</param>
public sealed record OnnxOptions(string ProducerVersion)
{
    /// <summary>The batch size that the file is fixed to; null leaves it open where the network allows.</summary>
    public long? Batch { get; init; }

    /// <summary>What the file says about the network beside its own facts.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
