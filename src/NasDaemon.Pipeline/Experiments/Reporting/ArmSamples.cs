using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Pipeline.Experiments.Reporting;

/// <summary>The figures of an experiment's runs as samples.</summary>
/// <param name="design">What is compared.</param>
/// <param name="runs">What came of the runs.</param>
internal sealed class ArmSamples(ExperimentDesign design, ImmutableArray<ExperimentRunReport> runs)
{
    private readonly ILookup<(string Arm, string Dataset), ExperimentRunReport> _runs = runs.ToLookup(run => (run.Arm, run.Dataset));

    /// <summary>What is compared.</summary>
    public ExperimentDesign Design => design;

    /// <summary>The figures of an arm: one a run on a data set, or, balanced, one a seed that has a figure on every data set.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="dataset">The data set; null for all together.</param>
    /// <param name="metric">The metric.</param>
    public IReadOnlyList<double> Of(string arm, string? dataset, ExperimentMetric metric) =>
        dataset is null ? Balanced(arm, metric) : Figures(arm, dataset, metric);

    /// <summary>The mean over a data set, or the mean of the means over all of them; null where a figure is missing that it needs.</summary>
    public double? Mean(string arm, string? dataset, ExperimentMetric metric)
    {
        var means = (dataset is null ? design.Datasets : [dataset]).Select(name => Figures(arm, name, metric)).ToList();
        return means.TrueForAll(figures => figures.Count > 0) ? means.Average(figures => figures.Average()) : null;
    }

    private List<double> Figures(string arm, string dataset, ExperimentMetric metric) =>
        [.. _runs[(arm, dataset)].Select(run => run.Figure(metric)).OfType<double>()];

    private List<double> Balanced(string arm, ExperimentMetric metric) =>
    [
        .. from seed in design.Seeds
           let figures = design.Datasets.Select(dataset => _runs[(arm, dataset)].FirstOrDefault(run => run.Seed == seed)?.Figure(metric)).ToList()
           where figures.TrueForAll(figure => figure is not null)
           select figures.Average()!.Value,
    ];
}
