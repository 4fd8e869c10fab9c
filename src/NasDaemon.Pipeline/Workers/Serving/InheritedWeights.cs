using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Weights;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>Weights of another network that a network can start from.</summary>
internal static class InheritedWeights
{
    /// <summary>Reads those tensors of a file that the network has under the same name, with the same shape and type.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<NamedTensor> Read(string path, Architecture architecture)
    {
        var result = SafetensorsFile.Read(path);
        if (result.Content is not { } weights)
        {
            throw new IOException(result.Problem);
        }

        var own = architecture.State.Where(entry => entry.SharedWith is null).ToDictionary(entry => entry.Name);
        return [.. weights.Tensors.Where(tensor => own.TryGetValue(tensor.Name, out var entry)
            && entry.Element == tensor.Element
            && entry.Shape.AsSpan().SequenceEqual(tensor.Shape.AsSpan()))];
    }
}
