namespace NasDaemon.Architectures.Operators;

/// <summary>The families of operators that make up the catalogue.</summary>
internal static class OperatorFamilies
{
    /// <summary>Every operator of every family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        .. Activations.ActivationOperators.All,
    ];
}
