using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Searching.Reporting;

namespace NasDaemon.Pipeline.Experiments.Reporting;

/// <summary>Turns what came of an experiment's runs into its report.</summary>
internal static class ExperimentReportBuilder
{
    public static ExperimentReport Build(TaskRecord task, ExperimentPlan plan, IReadOnlyList<ExperimentRunReport> results, int workers, string endReason)
    {
        var design = plan.Design;
        ImmutableArray<ExperimentRunReport> runs =
        [
            .. results.OrderBy(run => design.Arms.Select(arm => arm.Name).ToList().IndexOf(run.Arm))
                .ThenBy(run => design.Datasets.IndexOf(run.Dataset))
                .ThenBy(run => run.Seed),
        ];
        var samples = new ArmSamples(design, runs);
        return new ExperimentReport(
            task.Id,
            plan.Name,
            plan.Request,
            task.Yaml,
            design,
            runs,
            ArmStatistics.Summarise(samples),
            ArmStatistics.Compare(samples),
            MachineFacts.Gather(workers, runs.Select(run => run.Engine).FirstOrDefault(engine => engine is not null)),
            endReason,
            task.Created)
        {
            Seconds = task.SearchSeconds,
        };
    }
}
