using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx;

/// <summary>Writes traced networks as ONNX, for inference: what a network computes in evaluation mode.</summary>
public static class OnnxExporter
{
    // A message of the protocol buffers format holds no more than 2 GiB; some room for what is not weights.
    private const long MostBytes = int.MaxValue - (64L << 20);

    /// <summary>The version of the operator set that files ask for.</summary>
    public static int OperatorSet => OnnxFile.OperatorSet;

    /// <summary>Writes a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="weights">Its parameters and buffers by <c>state_dict</c> name; those that start as constants may be left out.</param>
    /// <param name="options">How.</param>
    /// <returns>The file, or every reason why there is none.</returns>
    public static OnnxExport Export(Architecture architecture, IReadOnlyDictionary<string, NamedTensor> weights, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(options);
        var export = new NetworkWriter(architecture, weights, options).Write();
        return export.Succeeded || options.Batch is not null ? export : FixedBatch(architecture, weights, options, export);
    }

    internal static bool FitsIntoOneFile(IEnumerable<OnnxTensor> tensors) => tensors.Sum(tensor => (long)tensor.Data.Length) <= MostBytes;

    // What needs sizes that only a fixed batch has is written for single samples rather than not at all.
    private static OnnxExport FixedBatch(
        Architecture architecture, IReadOnlyDictionary<string, NamedTensor> weights, OnnxOptions options, OnnxExport open)
    {
        var single = new NetworkWriter(architecture, weights, options with { Batch = 1 }).Write();
        return single.Succeeded ? single : open;
    }
}
