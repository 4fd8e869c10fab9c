using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json.Experiments;

/// <summary>What came of one run.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Validation">Best accuracy on the validation samples; null where no network was trained.</param>
/// <param name="Test">Accuracy of that network on the test samples; null where none was tested.</param>
/// <param name="Regret">How far the validation accuracy is below the best of the table; null without one.</param>
/// <param name="Parameters">Parameters of the network.</param>
/// <param name="Trainings">Trainings that count, those whose results were taken over among them.</param>
/// <param name="Reused">Of those, taken over from another run or an earlier task.</param>
/// <param name="Candidates">Candidates proposed.</param>
/// <param name="Seconds">How long it took; where a table answered, the time of its trainings is counted.</param>
/// <param name="EndReason">Why its search ended.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
/// <param name="BestSoFar">The best validation accuracy after each training.</param>
/// <param name="SecondsSoFar">How long was trained up to each of those trainings; empty where that is not known.</param>
/// <param name="Proposals">How far its candidates came.</param>
/// <param name="Notes">What the strategy and the daemon had to say of its course.</param>
internal sealed record RunDocument(
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
    string? Failure,
    ImmutableArray<double> BestSoFar,
    ImmutableArray<double> SecondsSoFar,
    ImmutableArray<ProposalsDocument> Proposals,
    ImmutableArray<string> Notes)
{
    public static RunDocument Of(ExperimentRunReport run) => new(
        run.Arm,
        run.Dataset,
        run.Seed,
        run.Validation,
        run.Test,
        run.Regret,
        run.Parameters,
        run.Trainings,
        run.Reused,
        run.Candidates,
        run.Seconds,
        run.EndReason,
        run.Failure,
        run.BestSoFar,
        run.SecondsSoFar,
        [.. run.Proposals.Select(ProposalsDocument.Of)],
        run.Notes);
}
