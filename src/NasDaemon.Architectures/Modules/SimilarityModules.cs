namespace NasDaemon.Architectures.Modules;

/// <summary>Distances and similarities.</summary>
internal static class SimilarityModules
{
    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Of("CosineSimilarity", "dim: any = 1, eps: any = 1e-8", "cosine_similarity"),
        Of("PairwiseDistance", "p: any = 2.0, eps: any = 1e-6, keepdim: any = False", "pairwise_distance"),
    ];

    private static ModuleDefinition Of(string name, string parameters, string function) => new($"torch.nn.{name}", parameters)
    {
        ForwardParameters = "x1, x2",
        Forwarding = call => call.Call(
            $"torch.nn.functional.{function}",
            [.. parameters.Split(", ").Select(parameter => parameter.Split(':')[0]).Select(parameter => new Operators.KeywordArgument(parameter, call.Attribute(parameter)))],
            call["x1"],
            call["x2"]),
    };
}
