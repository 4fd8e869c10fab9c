using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Bayesian.Features;

/// <summary>Reads the features of networks off their graphs and answers.</summary>
internal static class FeatureReader
{
    /// <summary>Reads a network.</summary>
    /// <param name="architecture">Its graph.</param>
    /// <param name="answers">The decisions that made it; null where no space did, as where a language model wrote it.</param>
    /// <returns>Its features.</returns>
    public static NetworkFeatures Read(Architecture architecture, AnswerList? answers)
    {
        var graph = LiveGraph.Of(architecture);
        return new NetworkFeatures(
        [
            FeatureVector.Of((answers?.Answers ?? []).Select(answer => KeyValuePair.Create($"{answer.Name}={answer.Text}", 1.0))),
            FeatureVector.Of(GraphPaths.Of(graph).Select(path => KeyValuePair.Create(path, 1.0))),
            FeatureVector.Of(graph.Tokens.OfType<string>().Select(token => KeyValuePair.Create(token, 1.0))),
            FeatureVector.Of(
            [
                KeyValuePair.Create("parameters", Math.Log(1 + architecture.ParameterCount)),
                KeyValuePair.Create("flops", Math.Log(1 + architecture.Flops)),
            ]),
        ]);
    }
}
