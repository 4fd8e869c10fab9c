using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>training</c>.</summary>
internal static class TrainingFields
{
    public const string CrossEntropy = "cross_entropy";
    public const string BinaryCrossEntropy = "bce";
    public const string Float32 = "float32";
    public const string BFloat16 = "bfloat16";

    public static readonly WholeNumberField Epochs = new("epochs", "Passes over the training samples of a full training.", 1, 10_000) { Unit = "epochs", DefaultValue = 5 };

    public static readonly WholeNumberField BatchSize = new("batch_size", "Samples a step.", 1, 65_536) { Unit = "samples", DefaultValue = 128 };

    public static readonly NumberField LabelSmoothing = new(
        "label_smoothing",
        "Share of the target that is spread over all classes.",
        new Interval(0, 1, IsMaximumIn: false))
    { DefaultValue = 0 };

    public static readonly NumberField GradientClipping = new(
        "gradient_clipping",
        "Largest norm of the gradient.",
        new Interval(0, 1_000_000, IsMinimumIn: false))
    { DefaultWords = "none" };

    public static readonly ChoiceField Precision = new(
        "precision",
        "The arithmetic. `bfloat16` runs convolutions and matrix products in it where processor and library can; weights stay float32.",
        [Float32, BFloat16])
    { DefaultValue = Float32 };

    public static readonly ChoiceField Loss = new(
        "loss",
        "What is minimised: cross-entropy over the classes, or binary cross-entropy on one output, which needs exactly two classes.",
        [CrossEntropy, BinaryCrossEntropy])
    { DefaultValue = CrossEntropy };

    public static readonly SectionField Section = new(
        "training",
        "How a network is trained.",
        [
            Epochs,
            BatchSize,
            OptimizerFields.Section,
            ScheduleFields.Section,
            LabelSmoothing,
            GradientClipping,
            Precision,
            AugmentationFields.Section,
            Loss,
        ]);
}
