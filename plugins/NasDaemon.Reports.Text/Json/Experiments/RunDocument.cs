using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json.Experiments;

/// <summary>What came of one run.</summary>
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
