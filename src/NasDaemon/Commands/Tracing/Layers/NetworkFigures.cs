using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Commands.Tracing.Reporting;

namespace NasDaemon.Commands.Tracing.Layers;

/// <summary>The figures of a whole network, as they stand below its layers.</summary>
internal static class NetworkFigures
{
    private const int Batch = 64;
    private const int AdamSlots = 2;
    private const int FloatBytes = 4;
    private const int UnusedShown = 5;
    private const int NameWidth = 14;

    /// <summary>Writes them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="outcome">The network with what is known of it.</param>
    public static void Write(TextWriter output, TraceOutcome outcome)
    {
        var network = outcome.Architecture!;
        output.WriteLine();
        foreach (var (name, text) in Lines(network, outcome))
        {
            output.WriteLine($"{name,-NameWidth}{text}");
        }
    }

    private static IEnumerable<(string Name, string Text)> Lines(Architecture network, TraceOutcome outcome)
    {
        var frozen = network.State.Where(entry => entry is { IsParameter: true, IsTrainable: false, SharedWith: null }).Sum(entry => entry.Elements);
        var training = TrainingMemory.Estimate(network, Batch, AdamSlots);
        yield return ("parameters", $"{FigureText.Count(network.ParameterCount)}, {FigureText.Count(network.ParameterCount - frozen)} of them trainable");
        yield return ("FLOPs", $"{FigureText.Count(network.Flops)} for one sample, {FigureText.Count(network.Flops / 2)} multiply-adds");
        yield return ("memory", $"{FigureText.Size(network.ParameterCount * FloatBytes)} of weights, {FigureText.Size(network.ActivationElements * FloatBytes)} of activations for one sample, "
            + $"about {FigureText.Size(training)} to train with Adam in batches of {Batch}");
        if (Unused(network) is { Length: > 0 } unused)
        {
            yield return ("not used", unused);
        }

        yield return ("fingerprints", $"{outcome.GraphFingerprint} (graph), {outcome.SourceFingerprint} (source)");
        if (outcome.Recipe is { } recipe)
        {
            yield return ("asks for", RecipeText.Of(recipe));
        }

        if (outcome.MinimumVersion is { } version)
        {
            yield return ("needs", $"PyTorch {version}");
        }
    }

    private static string Unused(Architecture network)
    {
        var used = network.Nodes.SelectMany(node => node.Arguments).Select(argument => argument.Value).Append(network.Output)
            .SelectMany(States).ToHashSet(StringComparer.Ordinal);
        var unused = network.State.Where(entry => entry is { IsParameter: true, SharedWith: null } && !used.Contains(entry.Name)).ToImmutableArray();
        var names = string.Join(", ", unused.Take(UnusedShown).Select(entry => entry.Name)) + (unused.Length > UnusedShown ? ", …" : string.Empty);
        return unused.IsEmpty ? string.Empty : $"{FigureText.Count(unused.Sum(entry => entry.Elements))} parameters that the output does not depend on: {names}";
    }

    private static IEnumerable<string> States(GraphArgument argument) => argument switch
    {
        StateArgument state => [state.Name],
        ListArgument list => list.Items.SelectMany(States),
        _ => [],
    };
}
