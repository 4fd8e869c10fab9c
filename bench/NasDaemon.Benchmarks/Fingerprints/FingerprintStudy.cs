using System.Globalization;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Benchmarks.Tracing;

namespace NasDaemon.Benchmarks.Fingerprints;

/// <summary>What the two fingerprints would have spared the published run, and prints it as a table.</summary>
internal static class FingerprintStudy
{
    // Refused iterations on either side that say how long an iteration takes without training: the run grows slower as it goes.
    private const int Neighbours = 15;

    /// <summary>Runs the study.</summary>
    /// <param name="folder">Where the run's file is; null to look beside the repository.</param>
    public static void Run(string? folder)
    {
        var tracer = new ArchitectureTracer(TracingLimits.Default);
        var run = File.ReadLines(Path.Combine(folder ?? Sample.FindFolder(), Sample.Files[0])).Select(line => PublishedIteration.Parse(line, tracer)).ToList();
        var gaps = Gaps(run);
        var trainings = Trainings(run, gaps);
        var kinds = Classify(run);
        var (bySource, byGraph) = (Of(kinds, Repeat.Source), Of(kinds, Repeat.Graph));
        Console.WriteLine($"Iterations                                    {run.Count,6}");
        Console.WriteLine($"refused by the run before training            {run.Count(iteration => iteration.Accuracy is null),6}");
        Console.WriteLine($"trained by the run                            {kinds.Count,6}   {Hours(Of(kinds, null), trainings, gaps)}");
        Console.WriteLine($"  of them accepted by the tracer              {kinds.Count(pair => run[pair.Index].Graph is not null),6}");
        Console.WriteLine($"  repeat an earlier source                    {bySource.Count,6}   {Hours(bySource, trainings, gaps)}");
        Console.WriteLine($"    with the same accuracy                    {Agreeing(run, bySource, iteration => iteration.Source),6}");
        Console.WriteLine($"  repeat an earlier graph, with a new source  {byGraph.Count,6}   {Hours(byGraph, trainings, gaps)}");
        Console.WriteLine($"    with the same accuracy                    {Agreeing(run, byGraph, iteration => iteration.Graph!),6}");
        Console.WriteLine($"  left to train                               {Of(kinds, Repeat.None).Count,6}   {Hours(Of(kinds, Repeat.None), trainings, gaps)}");
        Console.WriteLine();
        Console.WriteLine("Hours: whole iterations (the time since the iteration before), and training alone: the same less the median of the");
        Console.WriteLine($"nearest {2 * Neighbours} refused iterations, which write and check a source but do not train. Iterations behind a missing one count as the median.");
    }

    private static List<(int Index, Repeat Kind)> Classify(List<PublishedIteration> run)
    {
        var (sources, graphs) = (new HashSet<string>(), new HashSet<string>());
        var kinds = new List<(int Index, Repeat Kind)>();
        for (var index = 0; index < run.Count; index++)
        {
            var iteration = run[index];
            if (iteration.Accuracy is null)
            {
                continue;
            }

            var isNewSource = sources.Add(iteration.Source);
            var isNewGraph = iteration.Graph is null || graphs.Add(iteration.Graph);
            kinds.Add((index, !isNewSource ? Repeat.Source : !isNewGraph ? Repeat.Graph : Repeat.None));
        }

        return kinds;
    }

    private static List<int> Of(List<(int Index, Repeat Kind)> kinds, Repeat? kind) =>
        [.. kinds.Where(pair => kind is null || pair.Kind == kind).Select(pair => pair.Index)];

    private static int Agreeing(List<PublishedIteration> run, List<int> repeats, Func<PublishedIteration, string> fingerprint) =>
        repeats.Count(index => run.Any(earlier =>
            earlier.Number < run[index].Number && earlier.Accuracy == run[index].Accuracy
            && (earlier.Graph is not null || earlier.Source == run[index].Source) && fingerprint(earlier) == fingerprint(run[index])));

    // Seconds since the iteration before; null where that one is missing from the file or has no time.
    private static double?[] Gaps(List<PublishedIteration> run)
    {
        var gaps = new double?[run.Count];
        for (var index = 1; index < run.Count; index++)
        {
            gaps[index] = run[index].Number == run[index - 1].Number + 1 ? (run[index].Finished - run[index - 1].Finished)?.TotalSeconds : null;
        }

        return gaps;
    }

    private static double[] Trainings(List<PublishedIteration> run, double?[] gaps)
    {
        var refused = Enumerable.Range(0, run.Count).Where(index => run[index].Accuracy is null && gaps[index] is not null).ToList();
        var median = Median(gaps);
        return [.. Enumerable.Range(0, run.Count).Select(index =>
        {
            var near = refused.OrderBy(other => Math.Abs(other - index)).Take(2 * Neighbours).Select(other => gaps[other]);
            return Math.Max(0, (gaps[index] ?? median) - Median(near));
        })];
    }

    private static double Median(IEnumerable<double?> values) => new Distribution(values.OfType<double>()).Percentile(0.5);

    private static string Hours(List<int> iterations, double[] trainings, double?[] gaps)
    {
        var median = Median(gaps);
        var (whole, training) = (iterations.Sum(index => gaps[index] ?? median), iterations.Sum(index => trainings[index]));
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600,5:F2} h, training {training / 3600:F2} h");
    }

    private enum Repeat
    {
        None,
        Source,
        Graph,
    }
}
