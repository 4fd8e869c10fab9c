using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>training.schedule</c>.</summary>
internal static class ScheduleFields
{
    public const string Constant = "constant";
    public const string Step = "step";
    public const string Cosine = "cosine";

    public static readonly ChoiceField Name = new("name", "How the learning rate changes after warm-up.", [Constant, Step, Cosine]) { DefaultValue = Cosine };

    public static readonly NumberField WarmUpEpochs = new(
        "warmup_epochs",
        "Time over which the rate grows from 0; fractions of an epoch are allowed.",
        new Interval(0, 10_000))
    { Unit = "epochs", DefaultValue = 0 };

    public static readonly WholeNumberField StepEpochs = new("step_epochs", "Time between two steps; must be given.", 1, 10_000)
    {
        Unit = "epochs",
        OnlyFor = [Step],
    };

    public static readonly NumberField Factor = new("factor", "What the rate is multiplied by at each step.", new Interval(0, 1, IsMinimumIn: false))
    {
        DefaultValue = 0.1,
        OnlyFor = [Step],
    };

    public static readonly NumberField Final = new("final", "Share of the rate that remains at the end.", new Interval(0, 1)) { DefaultValue = 0, OnlyFor = [Cosine] };

    public static readonly SectionField Section = new(
        "schedule",
        "The learning-rate schedule: its name alone, or with its parameters.",
        [Name, WarmUpEpochs, StepEpochs, Factor, Final])
    { Shorthand = Name, Selector = Name };
}
