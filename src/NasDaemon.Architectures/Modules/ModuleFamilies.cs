namespace NasDaemon.Architectures.Modules;

/// <summary>The families of modules that make up the catalogue.</summary>
internal static class ModuleFamilies
{
    /// <summary>Every module of every family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        .. ActivationModules.All,
        .. AttentionModules.All,
        .. ConvolutionModules.All,
        .. DropoutModules.All,
        .. EmbeddingModules.All,
        .. LazyModules.All,
        .. LinearModules.All,
        .. LossModules.All,
        .. NormalisationModules.All,
        .. PaddingModules.All,
        .. PoolingModules.All,
        .. Recurrent.RecurrentModules.All,
        .. ShapeModules.All,
        .. SimilarityModules.All,
        .. Transformers.TransformerModules.All,
    ];
}
