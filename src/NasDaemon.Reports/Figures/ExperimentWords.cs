using System.Globalization;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>How the figures of experiments are written for people.</summary>
public static class ExperimentWords
{
    private const double Percent = 100;
    private const double SmallestShown = 0.0001;

    /// <summary>A metric, as what is measured.</summary>
    public static string Of(ExperimentMetric metric) => metric switch
    {
        ExperimentMetric.Test => "test accuracy",
        ExperimentMetric.Validation => "validation accuracy",
        _ => "validation regret",
    };

    /// <summary>Where figures come from: a data set, or all of them together.</summary>
    public static string Place(string? dataset) => dataset ?? "balanced";

    /// <summary>Mean and deviation, in percent.</summary>
    public static string Mean(ArmSummary? summary) => summary?.Mean is not { } mean
        ? Figure.Percent(null)
        : summary.Deviation is { } deviation ? $"{Points(mean)} ± {Points(deviation)}" : Points(mean);

    /// <summary>The 95 % interval, in percent.</summary>
    public static string Interval(ArmSummary? summary) =>
        summary is { Low: { } low, High: { } high } ? $"{Points(low)} to {Points(high)}" : Figure.Percent(null);

    /// <summary>A difference in percentage points, with its sign.</summary>
    public static string Difference(double? difference) =>
        difference is { } value ? (value * Percent).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) : Figure.Percent(null);

    /// <summary>Why a table shows the differences from one arm alone.</summary>
    public static string OnlyAgainst(string control) => $"Nothing here can be tested with so few seeds, so only the differences from {control} are shown.";

    /// <summary>A probability.</summary>
    public static string Probability(double? probability) => probability switch
    {
        null => Figure.Percent(null),
        < SmallestShown => "< 0.0001",
        { } value => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    /// <summary>A probability as a statement.</summary>
    public static string Statement(double probability) =>
        probability < SmallestShown ? $"p {Probability(probability)}" : $"p = {Probability(probability)}";

    /// <summary>A number with two digits.</summary>
    public static string Number(double? number) => number?.ToString("0.00;−0.00", CultureInfo.InvariantCulture) ?? Figure.Percent(null);

    private static string Points(double share) => (share * Percent).ToString("0.00", CultureInfo.InvariantCulture);
}
