using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Reports.Settings;

namespace NasDaemon.Reports.TensorBoard.Runs;

/// <summary>What sets the trainings of a task apart from each other, and from those of other tasks beside it.</summary>
internal static class HyperParameters
{
    // The answers of a space have names of its own, which must not be taken for ours.
    private const string Answers = "space/";

    /// <summary>Those of one training.</summary>
    /// <param name="run">The training.</param>
    /// <param name="training">The task's recipe.</param>
    public static IEnumerable<HyperParameter> Of(TrainedRun run, TrainingSettings training) =>
    [
        HyperParameter.Of("kind", Figures.Words.Of(run.Trial.Kind)),
        HyperParameter.Of("epochs", run.EpochCount),
        HyperParameter.Of("batch_size", training.BatchSize),
        HyperParameter.Of("optimizer", TrainingRecipe.Of(training)["optimizer"]!["name"]!.GetValue<string>()),
        HyperParameter.Of("learning_rate", training.Optimizer.LearningRate),
        .. Cost("parameters", run.Parameters),
        .. Cost("flops", run.Flops),
        HyperParameter.Of("strategy", run.Origin.Strategy),
        .. Origin(run.Origin),
    ];

    private static IEnumerable<HyperParameter> Cost(string name, long? value) => value is { } known ? [HyperParameter.Of(name, known)] : [];

    private static IEnumerable<HyperParameter> Origin(CandidateOrigin origin) => origin switch
    {
        SpaceOrigin space => space.Answers.Answers.Select(answer => HyperParameter.Of(Answers + answer.Name, answer.Text)),
        PromptOrigin prompt =>
        [
            HyperParameter.Of("model", prompt.Model),
            HyperParameter.Of("temperature", prompt.Temperature),
            HyperParameter.Of("supporting", prompt.Supporting),
        ],
        _ => [],
    };
}
