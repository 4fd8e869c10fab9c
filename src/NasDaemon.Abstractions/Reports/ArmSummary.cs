namespace NasDaemon.Abstractions.Reports;

/// <summary>One metric of one arm over its runs.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Dataset">
/// The data set; null for all together, balanced: the mean of the means of the data sets, and deviation and interval over the seeds, each
/// with its mean over the data sets.
/// </param>
/// <param name="Metric">The metric.</param>
/// <param name="Count">How many figures deviation and interval come from: runs, or seeds.</param>
/// <param name="Mean">The mean; null where a figure is missing that it needs.</param>
/// <param name="Deviation">The standard deviation; null below two figures.</param>
/// <param name="Low">The lower bound of the 95 % interval of the mean; null below two figures.</param>
/// <param name="High">The upper bound.</param>
public sealed record ArmSummary(
    string Arm,
    string? Dataset,
    ExperimentMetric Metric,
    int Count,
    double? Mean,
    double? Deviation,
    double? Low,
    double? High);

/// <summary>Two arms against each other.</summary>
/// <param name="First">An arm.</param>
/// <param name="Second">Another.</param>
/// <param name="Dataset">The data set; null for all together, balanced: each seed with its mean over the data sets.</param>
/// <param name="Difference">By how much the mean of the first is larger; null where one is not known.</param>
/// <param name="Test">Welch's t-test; null where there was no spread to measure the difference by, or fewer than two figures.</param>
/// <param name="EffectSize">Cohen's d; null for the same reasons.</param>
public sealed record ArmComparison(string First, string Second, string? Dataset, double? Difference, ComparisonTest? Test, double? EffectSize);

/// <summary>Whether a difference may be chance.</summary>
/// <param name="T">The difference in units of its standard error.</param>
/// <param name="DegreesOfFreedom">By Welch and Satterthwaite.</param>
/// <param name="P">How likely so large a difference would be by chance alone.</param>
/// <param name="CorrectedP">The same by Holm's correction over all pairs of arms on the same data set, or balanced.</param>
public sealed record ComparisonTest(double T, double DegreesOfFreedom, double P, double CorrectedP);
