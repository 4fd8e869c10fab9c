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
        new("Making tensors", [.. Creation.CreationOperators.All, .. Creation.RandomOperators.All]),
        new("Dropout", Dropouts.DropoutOperators.All),
        new("Questions and conversions", Information.InformationOperators.All),
        new("Initialisation", Initialisations.InitialisationOperators.All),
        new("Embeddings", Embeddings.EmbeddingOperators.All),
        new("Fourier transforms", Transforms.FourierOperators.All),
        new("Indexing", Indexing.IndexingOperators.All),
        new("Joining and splitting", [.. Joining.JoinOperators.All, .. Joining.StackOperators.All]),
        new("Losses", Losses.LossOperators.All),
        new("Normalisation", Normalisations.NormalisationOperators.All),
        new("Pooling", Pooling.PoolingOperators.All),
        new("Products", [.. Products.ProductOperators.All, .. Products.MoreProductOperators.All]),
        new("Recurrent layers", Recurrent.RecurrentOperators.All),
        new("Reductions", [.. Reductions.ReductionOperators.All, .. Reductions.OrderOperators.All]),
        new("Shapes", [.. Shapes.ShapeOperators.All, .. Shapes.RearrangeOperators.All]),
        new("Spatial", Spatial.SpatialOperators.All),
    ];
}
