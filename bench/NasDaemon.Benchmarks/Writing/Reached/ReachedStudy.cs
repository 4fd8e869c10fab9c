using System.Globalization;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Candidates;

namespace NasDaemon.Benchmarks.Writing.Reached;

/// <summary>Tells what the networks of the writing study reach: those of each arm that no prompt of it showed, every graph trained alike.</summary>
internal static class ReachedStudy
{
    private const long MostFlops = 100_000_000;

    /// <summary>Trains and prints a row for each arm.</summary>
    /// <param name="folder">The folder of the writing study.</param>
    /// <param name="dataFolder">The folder that has CIFAR-10.</param>
    public static void Run(string folder, string dataFolder)
    {
        using var training = new ShortTraining(dataFolder, Path.Combine(folder, "reached.jsonl"));
        Console.WriteLine("Accuracy in percent on 1,000 images of CIFAR-10 after one epoch of 4,000; costly: beyond 100 million FLOPs, not trained.");
        Console.WriteLine($"{"arm",-16}{"new graphs",12}{"costly",8}{"best",8}{"upper",8}{"median",8}{"lower",8}");
        foreach (var arm in Directory.GetDirectories(folder, "n*-*").Order(StringComparer.Ordinal))
        {
            Console.WriteLine(Row(arm, training));
        }
    }

    private static string Row(string arm, ShortTraining training)
    {
        var name = Path.GetFileName(arm);
        var networks = New(arm, int.Parse(name[1..name.IndexOf('-')], CultureInfo.InvariantCulture));
        var reached = networks
            .Where(network => network.Architecture!.Flops <= MostFlops)
            .Select(network => 100 * training.Reach(network.GraphFingerprint!, network.Architecture!))
            .Order()
            .ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{name,-16}{networks.Count,12}{networks.Count - reached.Count,8}")
            + string.Concat(((double[])[1, 0.75, 0.5, 0.25]).Select(share => reached.Count == 0 ? $"{"",8}" : string.Create(CultureInfo.InvariantCulture, $"{reached[(int)(share * (reached.Count - 1))],8:F1}")));
    }

    private static List<SourceReading> New(string arm, int examples)
    {
        var sources = new SourceReader(StudyTask.Task, StudyTask.Shape, new ArchitectureTracer(TracingLimits.Default));
        var shown = StudyPrompt.Examples.Take(examples).Select(source => sources.Read(source).GraphFingerprint).ToHashSet();
        return
        [
            .. Directory.GetFiles(arm, "*.py")
                .Where(path => !path.EndsWith("-fails.py", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => sources.Read(File.ReadAllText(path)))
                .Where(reading => !shown.Contains(reading.GraphFingerprint))
                .DistinctBy(reading => reading.GraphFingerprint),
        ];
    }
}
