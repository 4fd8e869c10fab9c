using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Modules;

/// <summary>Loss functions: sources make them, but training uses the task's own, so that <c>forward</c> may not call them.</summary>
internal static class LossModules
{
    private static readonly string[] Names =
    [
        "CrossEntropyLoss", "NLLLoss", "MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss", "BCELoss", "BCEWithLogitsLoss", "KLDivLoss",
    ];

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All => Names.Select(name => new ModuleDefinition(
        $"torch.nn.{name}",
        "weight: any = None, size_average: any = None, ignore_index: any = -100, reduce: any = None, reduction: any = 'mean', label_smoothing: any = 0.0, beta: any = 1.0, delta: any = 1.0, pos_weight: any = None, log_target: any = False")
    {
        ForwardParameters = "input, target",
        Forwarding = _ => OperatorError.Unsupported("A loss inside forward() is not supported."),
    });
}
