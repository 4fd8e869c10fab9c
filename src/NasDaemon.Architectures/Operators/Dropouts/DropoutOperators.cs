namespace NasDaemon.Architectures.Operators.Dropouts;

/// <summary>Dropout of elements and of whole channels.</summary>
internal static class DropoutOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Dropout("dropout", "F.dropout", "True", "dropout"),
        Dropout("dropout1d", "F.dropout1d", "True", "feature_dropout"),
        Dropout("dropout2d", "F.dropout2d", "True", "feature_dropout"),
        Dropout("dropout3d", "F.dropout3d", "True", "feature_dropout"),
        Dropout("alpha_dropout", "F.alpha_dropout", "False", "alpha_dropout"),
        Dropout("feature_alpha_dropout", "F.feature_alpha_dropout", "False", "feature_alpha_dropout"),
        new("native_dropout", "input: Tensor, p: float, train: bool", "torch.dropout", PointwiseRules.Unary(2)) { Lowering = "torch.dropout({input}, {p}, {train})" },
    ];

    private static OperatorDefinition Dropout(string name, string face, string training, string function) => new(
        name,
        $"input: Tensor, p: any = 0.5, training: bool = {training}, ~inplace: bool = False",
        face,
        DropoutRule.Apply)
    {
        Lowering = $"torch.{function}({{input}}, {{p}}, {{training}})",
    };
}
