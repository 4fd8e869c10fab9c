using System.Text.RegularExpressions;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Benchmarks.Tracing;
using NasDaemon.Exports.Onnx;
using NasDaemon.Testing;
using NasDaemon.Testing.Onnx;

namespace NasDaemon.Benchmarks.Onnx;

/// <summary>Writes networks as ONNX, has them checked and run, and prints what became of them as a table.</summary>
internal static partial class OnnxStudy
{
    // The files of a round lie on the disk together; each round starts Python anew.
    private const int NetworksARound = 16;

    /// <summary>Runs the study.</summary>
    /// <param name="step">Of how many networks one is taken.</param>
    /// <param name="folder">Where the published sources are; null to look beside the repository.</param>
    /// <returns>When all is printed.</returns>
    public static async Task RunAsync(int step, string? folder)
    {
        var tallies = new List<OnnxTally>();
        foreach (var (group, sources) in OnnxSources.All(folder ?? Sample.FindFolder()))
        {
            var taken = sources.Where((_, index) => index % step == 0).ToList();
            tallies.Add(new OnnxTally(group, taken.Count, await JudgeAsync(taken)));
        }

        Console.WriteLine($"Operator set {OnnxExporter.OperatorSet}; random weights, evaluation mode, batches of two and three where the batch is open, else of one.");
        Console.WriteLine("Checked: by the checker of the ONNX project, with its inference of shapes. Compared: the ONNX runtime beside the source in PyTorch.");
        Console.WriteLine("Distance: of the two outputs, as a share of the largest number in them where that is above one; equal up to 1e-4.");
        Console.WriteLine();
        Console.WriteLine(OnnxTally.Head);
        tallies.ForEach(Console.WriteLine);
        Console.WriteLine(new OnnxTally("all", tallies.Sum(tally => tally.Sources), [.. tallies.SelectMany(tally => tally.Verdicts)]));
        PrintRefusals(tallies);
        PrintProblems(tallies);
    }

    private static async Task<IReadOnlyList<OnnxVerdict>> JudgeAsync(IEnumerable<OnnxSource> sources)
    {
        var verdicts = new List<OnnxVerdict>();
        foreach (var round in sources.Chunk(NetworksARound))
        {
            using var folder = new TemporaryFolder();
            verdicts.AddRange(await OnnxJudge.CompareAsync(round.Select((source, index) => Read(source, folder.Combine($"{index}.py"))).OfType<OnnxCase>()));
        }

        return verdicts;
    }

    // Plain tensors that are no part of the state cannot be given to the source's own class; there its lowering is the judge.
    private static OnnxCase? Read(OnnxSource source, string file)
    {
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(source.Text, new TraceRequest(source.Shape));
        if (!traced.IsAccepted)
        {
            return null;
        }

        File.WriteAllText(file, source.Text);
        return new OnnxCase(source.Name, traced.Architecture, traced.Architecture.State.All(entry => entry.IsPersistent) ? file : null);
    }

    private static void PrintRefusals(List<OnnxTally> tallies)
    {
        var refusals = tallies.SelectMany(tally => tally.Verdicts).SelectMany(verdict => verdict.Refusals.Select(text => Place().Replace(text, string.Empty)).Distinct());
        Console.WriteLine();
        Console.WriteLine("Not written, by reason:");
        foreach (var reason in refusals.CountBy(text => text).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{reason.Value,6}  {reason.Key}");
        }
    }

    private static void PrintProblems(List<OnnxTally> tallies)
    {
        Console.WriteLine();
        Console.WriteLine("Written, but not found equal:");
        foreach (var verdict in tallies.SelectMany(tally => tally.Verdicts).Where(verdict => verdict.Refusals.IsEmpty && !verdict.Agrees))
        {
            Console.WriteLine($"  {verdict.Name}: {verdict.Problem ?? $"a distance of {verdict.Error} where the largest number is {verdict.Largest}"}");
        }
    }

    [GeneratedRegex("^line [0-9]+( in module [^:]+)?: ")]
    private static partial Regex Place();
}
