using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Reports;

/// <summary>Everything that a report tells of an experiment.</summary>
/// <param name="Id">The experiment's id, which names its folder in the outbox.</param>
/// <param name="Name">Its name.</param>
/// <param name="Request">Its free text; empty where none was given.</param>
/// <param name="Yaml">The YAML as it was dropped.</param>
/// <param name="Design">What is compared, and how.</param>
/// <param name="Runs">The runs that have ended, in the order of arms, data sets and seeds.</param>
/// <param name="Summaries">Each metric of each arm: for each data set, and balanced over all of them.</param>
/// <param name="Comparisons">Each pair of arms by the design's metric: for each data set, and balanced over all of them.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="EndReason">Why it ended, in a sentence.</param>
/// <param name="Started">When it began.</param>
public sealed record ExperimentReport(
    string Id,
    string Name,
    string Request,
    string Yaml,
    ExperimentDesign Design,
    ImmutableArray<ExperimentRunReport> Runs,
    ImmutableArray<ArmSummary> Summaries,
    ImmutableArray<ArmComparison> Comparisons,
    MachineReport Machine,
    string EndReason,
    DateTimeOffset Started)
{
    /// <summary>How long it was worked on, over all starts.</summary>
    public double Seconds { get; init; }
}

/// <summary>What an experiment compares, and how.</summary>
/// <param name="Arms">The arms in order, the control last.</param>
/// <param name="Datasets">The names of the data sets.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Metric">What decides.</param>
/// <param name="Trials">How many trainings each run may begin.</param>
/// <param name="SharesResults">Whether a run may take over a result that another run has for the same network, recipe and seed.</param>
public sealed record ExperimentDesign(
    ImmutableArray<ExperimentArm> Arms,
    ImmutableArray<string> Datasets,
    ImmutableArray<int> Seeds,
    ExperimentMetric Metric,
    int Trials,
    bool SharesResults)
{
    /// <summary>How many runs there are in all.</summary>
    public int RunCount => Arms.Length * Datasets.Length * Seeds.Length;
}

/// <summary>One of the ways that are compared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">What sets it apart, as it was written: keys with dots between them, and their values.</param>
/// <param name="IsControl">Whether the daemon added it, to compare with random search.</param>
public sealed record ExperimentArm(string Name, ImmutableArray<ArmSetting> Settings, bool IsControl);

/// <summary>A setting of an arm that differs from those of all.</summary>
/// <param name="Key">The key, with dots between its parts.</param>
/// <param name="Value">The value.</param>
public sealed record ArmSetting(string Key, string Value);

/// <summary>What the runs of an experiment are judged by.</summary>
public enum ExperimentMetric
{
    /// <summary>Accuracy on the test samples of the network that is best by validation; more is better.</summary>
    Test,

    /// <summary>Best accuracy on the validation samples; more is better.</summary>
    Validation,

    /// <summary>How far the best validation accuracy is below the best of the table that answers the trainings; less is better.</summary>
    Regret,
}
