using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>budget</c> and <c>final</c>.</summary>
internal static class BudgetFields
{
    public static readonly WholeNumberField Trials = new("trials", "How many trainings are begun.", 1, 1_000_000) { Unit = "trainings", DefaultValue = 20 };

    public static readonly WholeNumberField Proposals = new("proposals", "How many candidates are proposed, whether they can be trained or not.", 1, 10_000_000)
    {
        Unit = "candidates",
        DefaultWords = "none",
    };

    public static readonly DurationField Time = new("time", "How long the search may take.", TimeSpan.FromSeconds(1), TimeSpan.FromDays(365)) { DefaultWords = "none" };

    public static readonly ShareField Target = new("target", "The validation accuracy that is good enough.", new Interval(0, 1, IsMinimumIn: false)) { DefaultWords = "none" };

    public static readonly SectionField Section = new("budget", "When the search ends: as soon as one of these is reached.", [Trials, Proposals, Time, Target]);

    public static readonly WholeNumberField Finalists = new("finalists", "How many of the best are trained.", 1, 100) { Unit = "networks", DefaultValue = 1 };

    public static readonly WholeNumberField FinalEpochs = new("epochs", "Passes over the samples of a final training.", 1, 10_000)
    {
        Unit = "epochs",
        DefaultWords = "as `training.epochs`",
    };

    public static readonly SectionField Final = new(
        "final",
        "What happens to the best after the search: they are trained on training and validation samples together, and tested once.",
        [Finalists, FinalEpochs]);
}
