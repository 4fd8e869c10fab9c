using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>training.optimizer</c>, named as PyTorch names them.</summary>
internal static class OptimizerFields
{
    public const string Sgd = "sgd";
    public const string Adam = "adam";
    public const string AdamW = "adamw";

    public static readonly ChoiceField Name = new("name", "Which optimizer.", [Sgd, Adam, AdamW]) { DefaultValue = Sgd };

    public static readonly NumberField LearningRate = new("lr", "Learning rate after warm-up.", new Interval(0, 100, IsMinimumIn: false))
    {
        DefaultWords = "0.05 for sgd, 0.001 for adam and adamw",
    };

    public static readonly NumberField WeightDecay = new("weight_decay", "Weight decay; decoupled in adamw, added to the gradient in the others.", new Interval(0, 100))
    {
        DefaultWords = "0.0005 for sgd, 0 for adam, 0.01 for adamw",
    };

    public static readonly NumberField Momentum = new("momentum", "Momentum.", new Interval(0, 1, IsMaximumIn: false)) { DefaultValue = 0.9, OnlyFor = [Sgd] };

    public static readonly FlagField Nesterov = new("nesterov", "Nesterov's form of momentum.")
    {
        DefaultWords = "true, false without momentum",
        OnlyFor = [Sgd],
    };

    public static readonly BetasField Betas = new("betas", "Decay rates of the running means of gradient and squared gradient.")
    {
        DefaultValue = (0.9, 0.999),
        OnlyFor = [Adam, AdamW],
    };

    public static readonly NumberField Epsilon = new("eps", "Added to the denominator for stability.", new Interval(0, 1, IsMinimumIn: false))
    {
        DefaultValue = 1e-8,
        OnlyFor = [Adam, AdamW],
    };

    public static readonly SectionField Section = new(
        "optimizer",
        "The optimizer: its name alone, or with its parameters.",
        [Name, LearningRate, WeightDecay, Momentum, Nesterov, Betas, Epsilon])
    { Shorthand = Name, Selector = Name };
}
