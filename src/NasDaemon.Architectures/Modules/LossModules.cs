using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Losses. Most sources only make them, for the training that the tracer does not run.</summary>
internal static class LossModules
{
    private const string Averaging = "~size_average: any = None, ~reduce: any = None, reduction: any = 'mean'";
    private const string Weighted = "~weight: Tensor? = None, ~size_average: any = None, ~reduce: any = None, reduction: any = 'mean'";

    private static readonly (string Name, string Parameters)[] Unmodelled =
    [
        ("CTCLoss", "blank: any = 0, reduction: any = 'mean', zero_infinity: any = False"),
        ("PoissonNLLLoss", "log_input: any = True, full: any = False, size_average: any = None, eps: any = 1e-8, reduce: any = None, reduction: any = 'mean'"),
        ("GaussianNLLLoss", "*, full: any = False, eps: any = 1e-6, reduction: any = 'mean'"),
        ("HingeEmbeddingLoss", "margin: any = 1.0, size_average: any = None, reduce: any = None, reduction: any = 'mean'"),
        ("CosineEmbeddingLoss", "margin: any = 0.0, size_average: any = None, reduce: any = None, reduction: any = 'mean'"),
        ("MarginRankingLoss", "margin: any = 0.0, size_average: any = None, reduce: any = None, reduction: any = 'mean'"),
        ("MultiLabelMarginLoss", "size_average: any = None, reduce: any = None, reduction: any = 'mean'"),
        ("MultiLabelSoftMarginLoss", "weight: any = None, size_average: any = None, reduce: any = None, reduction: any = 'mean'"),
        ("MultiMarginLoss", "p: any = 1, margin: any = 1.0, weight: any = None, size_average: any = None, reduce: any = None, reduction: any = 'mean'"),
        ("TripletMarginLoss", "margin: any = 1.0, p: any = 2.0, eps: any = 1e-6, swap: any = False, size_average: any = None, reduce: any = None, reduction: any = 'mean'"),
        ("TripletMarginWithDistanceLoss", "*, distance_function: any = None, margin: any = 1.0, swap: any = False, reduction: any = 'mean'"),
    ];

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        Of("CrossEntropyLoss", "~weight: Tensor? = None, ~size_average: any = None, ignore_index: any = -100, ~reduce: any = None, reduction: any = 'mean', label_smoothing: any = 0.0", "cross_entropy"),
        Of("NLLLoss", "~weight: Tensor? = None, ~size_average: any = None, ignore_index: any = -100, ~reduce: any = None, reduction: any = 'mean'", "nll_loss"),
        Of("MSELoss", Averaging, "mse_loss"),
        Of("L1Loss", Averaging, "l1_loss"),
        Of("SmoothL1Loss", Averaging + ", beta: any = 1.0", "smooth_l1_loss"),
        Of("HuberLoss", "reduction: any = 'mean', delta: any = 1.0", "huber_loss"),
        Of("SoftMarginLoss", Averaging, "soft_margin_loss"),
        Of("BCELoss", Weighted, "binary_cross_entropy"),
        Of("BCEWithLogitsLoss", Weighted + ", ~pos_weight: Tensor? = None", "binary_cross_entropy_with_logits"),
        Of("KLDivLoss", Averaging + ", log_target: any = False", "kl_div"),
        .. Unmodelled.Select(loss => new ModuleDefinition($"torch.nn.{loss.Name}", loss.Parameters)
        {
            ForwardParameters = "*inputs: any, **",
            Forwarding = _ => OperatorError.Unsupported($"{loss.Name} inside forward() is not supported."),
        }),
    ];

    private static ModuleDefinition Of(string name, string parameters, string function) => new($"torch.nn.{name}", parameters)
    {
        Constructor = construction => Weights(construction, parameters),
        ForwardParameters = "input, target",
        Forwarding = call => Forward(call, function),
    };

    private static OperatorError? Weights(ModuleConstruction construction, string parameters)
    {
        foreach (var name in ((string[])["weight", "pos_weight"]).Where(name => parameters.Contains($"~{name}:", StringComparison.Ordinal)))
        {
            construction.Self.RegisterBuffer(name, construction[name] is TensorValue { Contents: { } contents } tensor
                ? new StateTensor(tensor.Type.At(TraceBatch.Size), tensor.Type.Element, contents, isParameter: false, isTrainable: false)
                : null);
        }

        return null;
    }

    private static CallResult Forward(ModuleCall call, string function)
    {
        var path = $"torch.nn.functional.{function}";
        if (!OperatorCatalogue.Default.TryFindFunction(path, out var known))
        {
            return OperatorError.Unsupported($"{function}() is not supported.");
        }

        var keywords = known.Signature.Parameters.Skip(2).Where(parameter => !parameter.IsHidden && call.Self.GetAttribute(parameter.Name) is not null)
            .Select(parameter => new KeywordArgument(parameter.Name, call.Attribute(parameter.Name)));
        return call.Call(path, [.. keywords], call.Input, call["target"]);
    }
}
