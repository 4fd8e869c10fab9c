namespace NasDaemon.Architectures.Operators;

/// <summary>All families of operators.</summary>
internal static class OperatorFamilies
{
    /// <summary>Every family.</summary>
    public static IReadOnlyList<OperatorFamily> All =>
    [
        new("Activations", Activations.ActivationOperators.All),
        new("Arithmetic", [.. Arithmetic.ArithmeticOperators.All, .. Arithmetic.UnaryOperators.All]),
        new("Attention", Attention.AttentionOperators.All),
        new("Convolutions", Convolutions.ConvolutionOperators.All),
        new("Making tensors", Creation.CreationOperators.All),
        new("Dropout", Dropouts.DropoutOperators.All),
        new("Questions and conversions", Information.InformationOperators.All),
        new("Initialisation", Initialisations.InitialisationOperators.All),
        new("Indexing", Indexing.IndexingOperators.All),
        new("Joining and splitting", Joining.JoinOperators.All),
        new("Normalisation", Normalisations.NormalisationOperators.All),
        new("Pooling", Pooling.PoolingOperators.All),
        new("Products", Products.ProductOperators.All),
        new("Recurrent layers", Recurrent.RecurrentOperators.All),
        new("Reductions", Reductions.ReductionOperators.All),
        new("Shapes", Shapes.ShapeOperators.All),
        new("Spatial", Spatial.SpatialOperators.All),
    ];
}
