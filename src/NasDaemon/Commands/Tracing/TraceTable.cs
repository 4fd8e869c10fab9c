using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Commands.Tables;

namespace NasDaemon.Commands.Tracing;

/// <summary>Writes a traced network as a table of its layers.</summary>
internal static class TraceTable
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="source">The network's source.</param>
    /// <param name="architecture">The network.</param>
    public static void Write(TextWriter output, string source, Architecture architecture)
    {
        var table = new TextTable("#", "module", "operator", "output", "parameters", "FLOPs", "line").AlignRight(0, 4, 5, 6);
        foreach (var layer in Layer.Of(architecture))
        {
            table.Add(
                Count(layer.Number),
                layer.Module,
                layer.Operator,
                string.Join(", ", layer.Outputs),
                Count(layer.Parameters),
                Count(layer.Flops),
                layer.Line == 0 ? string.Empty : Count(layer.Line));
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine($"input        {string.Join(", ", architecture.Inputs.Select(Layer.Shape))}");
        output.WriteLine($"output       {Layer.Shape(architecture.OutputType)}");
        output.WriteLine($"parameters   {Count(architecture.ParameterCount)}");
        output.WriteLine($"FLOPs        {Count(architecture.Flops)} for one sample");
        output.WriteLine($"activations  {Count(architecture.ActivationElements)} elements for one sample");
        output.WriteLine($"fingerprint  {SourceFingerprint.Compute(source)} (source)");
        output.WriteLine($"             {GraphFingerprint.Compute(architecture)} (graph)");
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
