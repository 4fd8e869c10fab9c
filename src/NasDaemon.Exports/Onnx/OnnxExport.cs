using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx;

/// <summary>A network as ONNX, or why it cannot be written.</summary>
public sealed class OnnxExport
{
    private readonly OnnxGraph? _graph;
    private readonly string _producerVersion;

    internal OnnxExport(OnnxGraph graph, string producerVersion, long? batch) => (_graph, _producerVersion, Batch) = (graph, producerVersion, batch);

    internal OnnxExport(ImmutableArray<string> problems) => (Problems, _producerVersion) = (problems, string.Empty);

    /// <summary>Why it cannot be written, one sentence an operator; empty where it can.</summary>
    public ImmutableArray<string> Problems { get; } = [];

    /// <summary>The batch size that the file is fixed to; null where every batch size will do.</summary>
    public long? Batch { get; }

    /// <summary>Whether there is a file to write.</summary>
    [MemberNotNullWhen(true, nameof(_graph))]
    public bool Succeeded => _graph is not null;

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to.</param>
    /// <exception cref="InvalidOperationException">The network cannot be written.</exception>
    public void Write(Stream stream)
    {
        if (!Succeeded)
        {
            throw new InvalidOperationException(string.Join('\n', Problems));
        }

        OnnxFile.Write(_graph, _producerVersion, stream);
    }
}
