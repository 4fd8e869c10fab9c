using System.Collections.Immutable;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Reports;

/// <summary>What came of one run of an experiment.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Validation">Best accuracy on the validation samples; null where no network was trained.</param>
/// <param name="Test">Accuracy of that network on the test samples; null where none was tested.</param>
/// <param name="Regret">How far the validation accuracy is below the best of the table that answered the trainings; null without one.</param>
/// <param name="Parameters">Parameters of the network.</param>
/// <param name="Trainings">Trainings that count, those whose results were taken over among them.</param>
/// <param name="Reused">Of those, taken over from another run or an earlier task.</param>
/// <param name="Candidates">Candidates proposed.</param>
/// <param name="Seconds">How long it took; where a table answered, the time of its trainings is counted.</param>
/// <param name="EndReason">Why its search ended.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
public sealed record ExperimentRunReport(
    string Arm,
    string Dataset,
    int Seed,
    double? Validation,
    double? Test,
    double? Regret,
    long? Parameters,
    int Trainings,
    int Reused,
    int Candidates,
    double Seconds,
    string EndReason,
    string? Failure = null)
{
    /// <summary>The best validation accuracy after each training, in the order in which they were begun.</summary>
    public ImmutableArray<double> BestSoFar { get; init; } = [];

    /// <summary>
    /// How long was trained up to each of those trainings, itself included; a result that was taken over counts as long as it took where it
    /// was trained. Empty where that is not known.
    /// </summary>
    public ImmutableArray<double> SecondsSoFar { get; init; } = [];

    /// <summary>How far its candidates came.</summary>
    public ImmutableArray<ProposalCounts> Proposals { get; init; } = [];

    /// <summary>What the strategy and the daemon had to say of its course.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What trained; null where nothing was trained.</summary>
    public EngineInfo? Engine { get; init; }

    /// <summary>One of its figures.</summary>
    /// <param name="metric">Which.</param>
    /// <returns>The figure; null where it is not known.</returns>
    public double? Figure(ExperimentMetric metric) => metric switch
    {
        ExperimentMetric.Test => Test,
        ExperimentMetric.Validation => Validation,
        _ => Regret,
    };
}
