namespace NasDaemon.Architectures.Operators.Losses;

/// <summary>Losses.</summary>
internal static class LossOperators
{
    private const string Old = "size_average: any = None, ";
    private const string Reduced = ", ~size_average: any = None, ~reduce: any = None, reduction: str = 'mean'";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("cross_entropy", $"input: Tensor, target: Tensor, weight: Tensor? = None, ~{Old}ignore_index: int = -100, ~reduce: any = None, reduction: str = 'mean', label_smoothing: float = 0.0", "F.cross_entropy", LossRules.Classes)
        {
            Lowering = "torch.cross_entropy_loss({input}, {target}, {weight}, {reduction}, {ignore_index}, {label_smoothing})",
        },
        new("nll_loss", $"input: Tensor, target: Tensor, weight: Tensor? = None, ~{Old}ignore_index: int = -100, ~reduce: any = None, reduction: str = 'mean'", "F.nll_loss", LossRules.Classes)
        {
            Lowering = "torch.nll_loss_nd({input}, {target}, {weight}, {reduction}, {ignore_index})",
        },
        new("mse_loss", "input: Tensor, target: Tensor" + Reduced, "F.mse_loss", LossRules.Pairs),
        new("l1_loss", "input: Tensor, target: Tensor" + Reduced, "F.l1_loss", LossRules.Pairs),
        new("smooth_l1_loss", "input: Tensor, target: Tensor" + Reduced + ", beta: float = 1.0", "F.smooth_l1_loss", LossRules.Pairs),
        new("huber_loss", "input: Tensor, target: Tensor, reduction: str = 'mean', delta: float = 1.0", "F.huber_loss", LossRules.Pairs),
        new("soft_margin_loss", "input: Tensor, target: Tensor" + Reduced, "F.soft_margin_loss", LossRules.Pairs),
        new("binary_cross_entropy", $"input: Tensor, target: Tensor, weight: Tensor? = None, ~{Old}~reduce: any = None, reduction: str = 'mean'", "F.binary_cross_entropy", LossRules.SameSize),
        new("binary_cross_entropy_with_logits", $"input: Tensor, target: Tensor, weight: Tensor? = None, ~{Old}~reduce: any = None, reduction: str = 'mean', pos_weight: Tensor? = None", "F.binary_cross_entropy_with_logits", LossRules.SameSize)
        {
            Lowering = "torch.binary_cross_entropy_with_logits({input}, {target}, {weight}, {pos_weight}, {reduction})",
        },
        new("kl_div", "input: Tensor, target: Tensor" + Reduced + ", log_target: bool = False", "F.kl_div", LossRules.Divergence) { Lowering = "torch.kl_div({input}, {target}, {reduction}, log_target={log_target})" },
    ];
}
