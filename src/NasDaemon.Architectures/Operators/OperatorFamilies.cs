namespace NasDaemon.Architectures.Operators;

/// <summary>The families of operators that make up the catalogue.</summary>
internal static class OperatorFamilies
{
    /// <summary>Every operator of every family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        .. Activations.ActivationOperators.All,
        .. Arithmetic.ArithmeticOperators.All,
        .. Arithmetic.UnaryOperators.All,
        .. Attention.AttentionOperators.All,
        .. Convolutions.ConvolutionOperators.All,
        .. Creation.CreationOperators.All,
        .. Dropouts.DropoutOperators.All,
        .. Information.InformationOperators.All,
        .. Initialisations.InitialisationOperators.All,
        .. Joining.JoinOperators.All,
        .. Normalisations.NormalisationOperators.All,
        .. Pooling.PoolingOperators.All,
        .. Products.ProductOperators.All,
        .. Reductions.ReductionOperators.All,
        .. Shapes.ShapeOperators.All,
        .. Spatial.SpatialOperators.All,
    ];
}
