using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;

namespace NasDaemon.Architectures.Tracing;

/// <summary>Joins what a network computes in training and in evaluation mode.</summary>
internal static class EvaluationMode
{
    /// <summary>Joins two traces of one source.</summary>
    /// <param name="training">The network as it is in training.</param>
    /// <param name="evaluation">The network as it is in evaluation.</param>
    /// <returns>The network in training, with the other graph where that differs.</returns>
    public static Architecture Join(Architecture training, Architecture evaluation)
    {
        if (Text(training) == Text(evaluation))
        {
            return training;
        }

        var known = training.State.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var more = evaluation.State.Where(entry => !known.Contains(entry.Name));
        return training with
        {
            State = [.. training.State, .. more],
            Evaluation = new EvaluationGraph(evaluation.Nodes, evaluation.Output, evaluation.OutputType),
        };
    }

    private static string Text(Architecture architecture) =>
        GraphJson.Serialize(architecture with { State = [], ModuleTypes = architecture.ModuleTypes.Clear() });
}
