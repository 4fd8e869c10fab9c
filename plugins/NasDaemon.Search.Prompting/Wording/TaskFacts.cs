using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Search.Prompting.Wording;

/// <summary>What a task fixes, in words, by the placeholders that templates use.</summary>
internal static class TaskFacts
{
    private const string Libraries = "torch, torch.nn, torch.nn.functional, math and typing";

    /// <summary>Puts a task into words.</summary>
    /// <param name="task">The task.</param>
    /// <param name="shape">What its networks read and return.</param>
    /// <returns>The words by placeholder.</returns>
    public static ImmutableDictionary<string, string> Of(SearchTask task, NetworkShape shape) => new Dictionary<string, string>
    {
        ["dataset"] = task.Dataset.Name,
        ["input"] = string.Join(", ", shape.Input),
        ["outputs"] = Text($"{shape.Outputs}"),
        ["classes"] = string.Join(", ", task.Dataset.Classes),
        ["loss"] = task.Training.Loss == LossKind.BinaryCrossEntropy ? "binary cross-entropy on the one output" : "cross-entropy",
        ["constraints"] = Limits(task.Constraints),
        ["training"] = Training(task.Training),
        ["budget"] = Budget(task.Budget),
        ["libraries"] = Libraries,
        ["pooling"] = shape.Input.Length switch { 3 => "nn.AdaptiveAvgPool2d(1)", 2 => "nn.AdaptiveAvgPool1d(1)", _ => string.Empty },
    }.ToImmutableDictionary();

    private static string Limits(Constraints constraints) => string.Join(", ", new[]
    {
        constraints.MaximumParameters is { } parameters ? Text($"at most {parameters:N0} parameters") : null,
        constraints.MaximumFlops is { } operations ? Text($"at most {operations:N0} floating-point operations for one sample") : null,
        constraints.MaximumMemoryBytes is { } bytes ? Text($"at most {bytes / 1e6:N0} MB of memory in training") : null,
    }.OfType<string>());

    private static string Training(TrainingSettings training) => Text(
        $"{training.Epochs} {(training.Epochs == 1 ? "epoch" : "epochs")}, batches of {training.BatchSize}, {Optimizer(training.Optimizer)} with a learning rate of {training.Optimizer.LearningRate}");

    private static string Optimizer(OptimizerSettings optimizer) => optimizer switch
    {
        SgdSettings => "SGD",
        AdamWSettings => "AdamW",
        _ => "Adam",
    };

    private static string Budget(Budget budget) =>
        Text($"{budget.Trials} networks are trained") + (budget.TargetAccuracy is { } target ? Text($", until one reaches a validation accuracy of {target}") : string.Empty);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
