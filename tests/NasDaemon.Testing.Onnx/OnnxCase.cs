using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Exports.Onnx;
using NasDaemon.Pipeline.Weights;

namespace NasDaemon.Testing.Onnx;

/// <summary>A network that is exported and compared with PyTorch.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Architecture">The network.</param>
/// <param name="File">Its source where PyTorch is to run that; null where it runs our lowering.</param>
public sealed record OnnxCase(string Name, Architecture Architecture, string? File = null)
{
    /// <summary>Exports the network into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="number">A number that no other case there has.</param>
    /// <returns>The export, and what the judge needs; null where the network cannot be exported.</returns>
    public (OnnxExport Export, JsonObject? Item) Export(string folder, int number)
    {
        var weights = SampleWeights.Of(Architecture);
        var export = OnnxExporter.Export(Architecture, weights, new OnnxOptions("test"));
        if (!export.Succeeded)
        {
            return (export, null);
        }

        var path = Path.Combine(folder, $"{number}.onnx");
        using (var stream = System.IO.File.Create(path))
        {
            export.Write(stream);
        }

        SafetensorsFile.Write(path + ".safetensors", [.. weights.Values]);
        var isOpen = export.Batch is null && Architecture.Inputs.Any(input => input.Shape.Any(size => !size.IsFixed));
        var shared = Architecture.State.Where(entry => entry.SharedWith is not null).Select(entry => KeyValuePair.Create(entry.Name, (JsonNode?)entry.SharedWith));
        return (
            export,
            new JsonObject
            {
                ["name"] = Name,
                ["onnx"] = path,
                ["weights"] = path + ".safetensors",
                ["file"] = File,
                ["forward"] = TorchScriptEmitter.Lower(Architecture, new LoweringOptions(Precision.Float32)).ForwardSource,
                ["shared"] = new JsonObject(shared),
                ["batches"] = isOpen ? [2, 3] : new JsonArray(export.Batch ?? 1),
                ["inputs"] = new JsonArray([.. Architecture.Inputs.Select(Input)]),
            });
    }

    private static JsonObject Input(TensorType type) => new()
    {
        ["shape"] = new JsonArray([.. type.Shape.Select(size => size.IsFixed ? (JsonNode?)size.Constant : null)]),
        ["element"] = type.Element.ToString(),
    };
}
