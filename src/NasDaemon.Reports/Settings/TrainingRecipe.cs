using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Reports.Settings;

/// <summary>The section <c>training</c> of a task file.</summary>
public static class TrainingRecipe
{
    /// <summary>Writes how a network is trained.</summary>
    public static JsonObject Of(TrainingSettings training) => TaskSettings.Given(
        ("epochs", training.Epochs),
        ("batch_size", training.BatchSize),
        ("optimizer", Optimizer(training.Optimizer)),
        ("schedule", Schedule(training.Schedule)),
        ("label_smoothing", training.LabelSmoothing),
        ("gradient_clipping", training.GradientClipNorm),
        ("precision", training.Precision == Precision.BFloat16 ? "bfloat16" : "float32"),
        ("augmentation", new JsonObject
        {
            ["crop"] = training.Augmentation.CropPadding,
            ["flip"] = training.Augmentation.HorizontalFlip,
            ["normalize"] = training.Augmentation.Normalisation,
        }),
        ("loss", training.Loss == LossKind.BinaryCrossEntropy ? "bce" : "cross_entropy"));

    private static JsonObject Optimizer(OptimizerSettings optimizer)
    {
        var (name, own) = optimizer switch
        {
            SgdSettings sgd => ("sgd", new JsonObject { ["momentum"] = sgd.Momentum, ["nesterov"] = sgd.Nesterov }),
            AdamSettings adam => ("adam", Adam(adam.Beta1, adam.Beta2, adam.Epsilon)),
            AdamWSettings adam => ("adamw", Adam(adam.Beta1, adam.Beta2, adam.Epsilon)),
            _ => throw new ArgumentOutOfRangeException(nameof(optimizer), optimizer, "No such optimizer."),
        };
        var written = new JsonObject { ["name"] = name, ["lr"] = optimizer.LearningRate, ["weight_decay"] = optimizer.WeightDecay };
        foreach (var (key, value) in own)
        {
            written[key] = value!.DeepClone();
        }

        return written;
    }

    private static JsonObject Adam(double first, double second, double epsilon) =>
        new() { ["betas"] = new JsonArray(first, second), ["eps"] = epsilon };

    private static JsonObject Schedule(ScheduleSettings schedule)
    {
        var written = new JsonObject { ["name"] = schedule.Kind.ToString().ToLowerInvariant(), ["warmup_epochs"] = schedule.WarmUpEpochs };
        if (schedule.Kind == ScheduleKind.Step)
        {
            written["step_epochs"] = schedule.StepEpochs;
            written["factor"] = schedule.StepFactor;
        }

        if (schedule.Kind == ScheduleKind.Cosine)
        {
            written["final"] = schedule.FinalShare;
        }

        return written;
    }
}
