using System.Globalization;
using NasDaemon.Testing;

namespace NasDaemon.Benchmarks.Tracing;

/// <summary>Measures what happens to each published source, ours beside Python's, and prints one table.</summary>
internal static class TracingReport
{
    private const int WarmUpRounds = 30;

    // Making and running them all takes PyTorch a quarter of an hour.
    private const int SourcesARun = 8;

    /// <summary>Runs the comparison.</summary>
    /// <param name="rounds">How often each source is read.</param>
    /// <param name="folder">Where the sources are; null to look beside the repository.</param>
    public static void Run(int rounds, string? folder)
    {
        folder ??= Sample.FindFolder();
        var samples = Sample.Load(folder);
        var ours = Measure(samples, rounds);
        var accepted = ours.Where(entry => entry.IsAccepted).ToList();
        Console.WriteLine($"{samples.Count} sources, {accepted.Count} of them accepted; one thread; {WarmUpRounds} rounds to warm up, then {rounds}.");
        Console.WriteLine("Ours: text to graph, shapes, cost and both fingerprints, in processor time of the thread, so that other programs do not count.");
        Console.WriteLine("Every reading: each single one counts, collections of garbage included. Best reading: the shortest of each source.");
        Console.WriteLine("Python: processor time with PyTorch loaded before; ast.parse of every source, the best of three readings;");
        Console.WriteLine($"making the network and running it on a batch of two, of every {SourcesARun}th source once, and ours for the same sources.");
        Console.WriteLine();
        Console.WriteLine($"{"",-44}{"median",10}{"95 %",10}{"99 %",10}{"largest",10}");
        Print("ours, accepted, every reading, ms", accepted.SelectMany(entry => entry.Milliseconds), "F3");
        Print("ours, all sources, every reading, ms", ours.SelectMany(entry => entry.Milliseconds), "F3");
        var read = Print("ours, accepted, best reading, ms", accepted.Select(entry => entry.Milliseconds.Min()), "F3");
        Print("ours, allocated kB a source", accepted.Select(entry => entry.Kilobytes), "F0");
        var theirs = PythonSide.Measure(folder, SourcesARun);
        var parse = Print("Python, ast.parse alone, ms", theirs.Select(times => times.Parse), "F3");
        var made = theirs.Index().Where(entry => entry.Item.Run is not null).ToList();
        var run = Print($"Python, making and running {made.Count} networks, ms", made.Select(entry => entry.Item.Run!.Value), "F3");
        var same = Print($"ours, the same {made.Count}, best reading, ms", made.Select(entry => ours[entry.Index].Milliseconds.Min()), "F3");
        Console.WriteLine();
        PrintRatio("ast.parse takes", parse, read);
        PrintRatio("making and running takes", run, same);
    }

    private static Distribution Print(string what, IEnumerable<double> figures, string format)
    {
        var distribution = new Distribution(figures);
        Console.WriteLine($"{what,-44}{distribution.ToColumns(format)}");
        return distribution;
    }

    private static void PrintRatio(string what, Distribution theirs, Distribution ours) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what} {theirs.Percentile(0.5) / ours.Percentile(0.5):F1} times as long as ours at the median, {theirs.Percentile(0.99) / ours.Percentile(0.99):F1} times at the 99th percentile."));

    private static List<Reading> Measure(List<Sample> samples, int rounds)
    {
        var reader = new Reader();
        for (var round = 0; round < WarmUpRounds; round++)
        {
            samples.ForEach(sample => reader.Read(sample));
        }

        GC.Collect();
        var readings = samples.ConvertAll(sample => new Reading(reader.Read(sample), Allocated(reader, sample), new double[rounds]));
        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < samples.Count; index++)
            {
                var start = ThreadClock.Milliseconds();
                reader.Read(samples[index]);
                readings[index].Milliseconds[round] = ThreadClock.Milliseconds() - start;
            }
        }

        return readings;
    }

    private static double Allocated(Reader reader, Sample sample)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        reader.Read(sample);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
    }

    private sealed record Reading(bool IsAccepted, double Kilobytes, double[] Milliseconds);
}
