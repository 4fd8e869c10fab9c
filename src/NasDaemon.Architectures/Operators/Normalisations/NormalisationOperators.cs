namespace NasDaemon.Architectures.Operators.Normalisations;

/// <summary>Normalisation layers.</summary>
internal static class NormalisationOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new(
            "batch_norm",
            "input: Tensor, running_mean: Tensor?, running_var: Tensor?, weight: Tensor? = None, bias: Tensor? = None, training: bool = False, momentum: float? = 0.1, eps: float = 1e-5, num_batches_tracked: Tensor? = None",
            "F.batch_norm",
            NormalisationRules.Batch)
        {
            Lowering = "torch.batch_norm({input}, {weight}, {bias}, {running_mean}, {running_var}, {training}, {momentum}, {eps}, False)",
        },
        new(
            "instance_norm",
            "input: Tensor, running_mean: Tensor? = None, running_var: Tensor? = None, weight: Tensor? = None, bias: Tensor? = None, use_input_stats: bool = True, momentum: float = 0.1, eps: float = 1e-5",
            "F.instance_norm",
            NormalisationRules.Instance)
        {
            Lowering = "torch.instance_norm({input}, {weight}, {bias}, {running_mean}, {running_var}, {use_input_stats}, {momentum}, {eps}, False)",
        },
        new("layer_norm", "input: Tensor, normalized_shape: int[], weight: Tensor? = None, bias: Tensor? = None, eps: float = 1e-5", "F.layer_norm torch.layer_norm", NormalisationRules.Layer)
        {
            Lowering = "torch.layer_norm({input}, {normalized_shape}, {weight}, {bias}, {eps}, False)",
        },
        new("group_norm", "input: Tensor, num_groups: int, weight: Tensor? = None, bias: Tensor? = None, eps: float = 1e-5", "F.group_norm torch.group_norm", NormalisationRules.Group)
        {
            Lowering = "torch.group_norm({input}, {num_groups}, {weight}, {bias}, {eps}, False)",
        },
        new("normalize", "input: Tensor, p: Number = 2.0, dim: int = 1, eps: float = 1e-12", "F.normalize", NormalisationRules.UnitLength)
        {
            Lowering = "torch.div({input}, torch.clamp_min(torch.norm({input}, {p}, [{dim}], True), {eps}))",
        },
        new("rms_norm", "input: Tensor, normalized_shape: int[1], weight: Tensor? = None, eps: float? = None", "F.rms_norm torch.rms_norm", RootMeanSquareRule.Apply) { MinimumVersion = "2.4" },
        new("local_response_norm", "input: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0", "F.local_response_norm", LocalResponseRule.Apply),
    ];
}
