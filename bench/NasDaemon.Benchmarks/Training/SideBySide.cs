using System.Globalization;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Benchmarks.Training;

/// <summary>Trains each network by both sides in turns, so that whatever else the machine does hits both alike.</summary>
internal static class SideBySide
{
    private const int WarmUpSteps = 3;
    private const int StepsPerTurn = 4;

    /// <summary>Runs the comparison and prints a table.</summary>
    /// <param name="rounds">Turns of each side.</param>
    /// <param name="only">The one network to run; null runs all.</param>
    public static void Run(int rounds, string? only)
    {
        Console.WriteLine("Images a second of a training step, one thread, float32; medians over the turns.");
        Console.WriteLine("Ratios are medians of the turns' own ratios, by the clock and by processor time.");
        Console.WriteLine($"{"network",-12}{"batch",6}{"ours",10}{"PyTorch",10}{"ratio",8}{"by processor time",20}");
        foreach (var subject in Subject.All.Where(subject => only is null || subject.Name == only))
        {
            Console.WriteLine(Compare(subject, rounds));
        }

        Console.WriteLine("bfloat16 is not part of this table: it needs a processor with AMX-BF16 or AVX512-BF16.");
    }

    private static string Compare(Subject subject, int rounds)
    {
        using var images = new SyntheticImages();
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(
            File.ReadAllText(subject.File), new TraceRequest(new NetworkShape([3, 32, 32], 10)));
        if (!traced.IsAccepted)
        {
            return $"{subject.Name,-12}not traced: {traced.Failure.Message}";
        }

        using var ours = new OurSide(traced.Architecture, subject, images);
        using var theirs = new PyTorchSide(subject, images);
        ours.Train(WarmUpSteps);
        theirs.Train(WarmUpSteps);
        var turns = new List<(Timing Ours, Timing Theirs)>();
        for (var round = 0; round < rounds; round++)
        {
            turns.Add((ours.Train(StepsPerTurn), theirs.Train(StepsPerTurn)));
        }

        var samples = (double)StepsPerTurn * subject.BatchSize;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{subject.Name,-12}{subject.BatchSize,6}{Median(turns, turn => samples / turn.Ours.Wall.TotalSeconds),10:F0}{Median(turns, turn => samples / turn.Theirs.Wall.TotalSeconds),10:F0}{Median(turns, turn => turn.Theirs.Wall / turn.Ours.Wall),8:F2}{Median(turns, turn => turn.Theirs.Processor / turn.Ours.Processor),20:F2}");
    }

    private static double Median(List<(Timing Ours, Timing Theirs)> turns, Func<(Timing Ours, Timing Theirs), double> figure) =>
        turns.Select(figure).Order().ElementAt(turns.Count / 2);
}
