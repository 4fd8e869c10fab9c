using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Exports.Onnx;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Weights;

namespace NasDaemon.Commands.Exports;

/// <summary>Writes a network in its forms, each whole by rename.</summary>
/// <param name="network">The network.</param>
/// <param name="folder">The folder; it exists.</param>
internal sealed class NetworkFiles(ExportedNetwork network, string folder)
{
    private const string FirstValues = "Its weights are freshly drawn: those that were trained were not kept.";

    /// <summary>Writes one form.</summary>
    /// <param name="format">The form.</param>
    /// <returns>What became of it.</returns>
    public ExportedFile Write(string format) => format switch
    {
        ExportFormat.Source => Done(format, "model.py", path => AtomicFile.Write(path, network.Candidate.Candidate.Source)),
        ExportFormat.TorchScript => Copy(format, "model.pt", network.Weights?.Model),
        ExportFormat.Safetensors => Copy(format, "weights.safetensors", network.Weights?.Weights),
        _ => Onnx(format),
    };

    private ExportedFile Done(string format, string name, Action<string> write, string? note = null)
    {
        var path = Path.Combine(folder, name);
        write(path);
        return new ExportedFile(format, path, null, note);
    }

    private ExportedFile Copy(string format, string name, string? file) => file is not null && File.Exists(file)
        ? Done(format, name, path => AtomicFile.Write(path, stream =>
        {
            using var source = File.OpenRead(file);
            source.CopyTo(stream);
        }))
        : new ExportedFile(format, null, Missing());

    private string Missing() => network.Trial.Kind == TrialKind.Search
        ? $"Trial {network.Trial.Key.Number} guided the search, and such trials keep no weights; the trials of finalists do. Export its source and train that."
        : $"The weights of trial {network.Trial.Key.Number} are not there any more.";

    private ExportedFile Onnx(string format)
    {
        if (network.Candidate.Architecture is not { } architecture)
        {
            return new ExportedFile(format, null, "The network was never traced.");
        }

        var (weights, problem) = Weights(architecture);
        if (weights is null)
        {
            return new ExportedFile(format, null, problem);
        }

        var export = OnnxExporter.Export(architecture, weights, Options());
        if (!export.Succeeded)
        {
            return new ExportedFile(format, null, string.Join(' ', export.Problems));
        }

        var batch = export.Batch is { } size ? $"It takes batches of {size} only. " : string.Empty;
        var note = batch + (network.Weights is null ? FirstValues : string.Empty);
        return Done(format, "model.onnx", path => AtomicFile.Write(path, export.Write), note.Length == 0 ? null : note.Trim());
    }

    private (IReadOnlyDictionary<string, NamedTensor>? Weights, string? Problem) Weights(Architecture architecture)
    {
        if (network.Weights is not { } kept)
        {
            return (FirstWeights.Draw(architecture, new Random(network.Trial.Key.Number)), null);
        }

        var read = SafetensorsFile.Read(kept.Weights);
        return (read.Content?.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal), read.Problem);
    }

    private OnnxOptions Options()
    {
        var options = new OnnxOptions(typeof(NetworkFiles).Assembly.GetName().Version?.ToString(3) ?? string.Empty);
        var metadata = options.Metadata
            .Add("task", network.Trial.Key.Task)
            .Add("trial", $"{network.Trial.Key.Number}")
            .Add("fingerprint", network.Trial.GraphFingerprint)
            .Add("weights", network.Weights is null ? "freshly drawn" : "trained");
        return options with { Metadata = network.Weights?.ReadScaling() is { } scaling ? metadata.Add("scaling", Scaling(scaling)) : metadata };
    }

    private static string Scaling(InputScaling scaling) =>
        FormattableString.Invariant($"(x / 255 - mean) / deviation, mean [{string.Join(", ", scaling.Means)}], deviation [{string.Join(", ", scaling.Deviations)}]");
}
