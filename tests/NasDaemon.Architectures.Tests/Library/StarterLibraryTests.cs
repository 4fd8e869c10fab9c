using System.Globalization;
using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tests.Emit;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Library;

/// <summary>The networks of <c>library/</c>, which prompts draw on.</summary>
public sealed partial class StarterLibraryTests
{
    private const int MostLines = 135;

    private static readonly NetworkShape Colour = new([3, 32, 32], 10);

    public static TheoryData<string> Names => [.. NetworkCase.In("Library", Colour).Select(network => Path.GetFileName(network.File))];

    [Fact]
    public async Task Lower_EveryNetwork_ComputesAndTrainsAsPyTorchDoes()
    {
        // A quarter of the pixels: PyTorch computes each network a dozen times here.
        var differences = await NetworkJudge.CompareAsync(NetworkCase.In("Library", new NetworkShape([3, 16, 16], 10)));

        Assert.True(differences.Length == 0, differences);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Trace_OtherInputs_FollowsTheirSize(string name)
    {
        foreach (var shape in Shapes(name))
        {
            Assert.Equal([2L, shape.Outputs], Trace(name, shape).OutputType.At(2).AsEnumerable());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Readme_Row_SaysWhatTheTracerMeasures(string name)
    {
        var architecture = Trace(name, Colour);
        var row = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Library", "README.md")).Single(line => line.StartsWith($"| [{name}](", StringComparison.Ordinal));
        var cells = row.Split('|', StringSplitOptions.TrimEntries);

        Assert.Equal(architecture.ParameterCount, Number(cells[^3]));
        Assert.Equal((long)Math.Round(architecture.Flops / 1e6), Number(cells[^2]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Source_OfANetwork_IsShortAndSaysWhatItIs(string name)
    {
        var lines = File.ReadAllLines(Find(name));

        Assert.InRange(lines.Length, 20, MostLines);
        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.StartsWith("\"\"\"", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines.Take(6), line => line.StartsWith("Hyper-parameters: ", StringComparison.Ordinal));
        var stated = lines.First(line => line.StartsWith("Hyper-parameters: ", StringComparison.Ordinal));
        var supported = lines.Single(line => line.StartsWith("    return {'", StringComparison.Ordinal));
        Assert.All(Quoted().Matches(supported), match => Assert.Contains(match.Groups[1].Value, stated, StringComparison.Ordinal));
    }

    private static Architecture Trace(string name, NetworkShape shape)
    {
        var result = new ArchitectureTracer(TracingLimits.Default).Trace(File.ReadAllText(Find(name)), new TraceRequest(shape));
        Assert.True(result.IsAccepted, $"{name} for {string.Join('x', shape.Input)}: {result.Failure}");
        return result.Architecture;
    }

    private static NetworkShape[] Shapes(string name)
    {
        NetworkShape[] images = [new([1, 28, 28], 10), new([3, 224, 224], 100), new([3, 33, 47], 7)];
        return File.ReadAllText(Find(name)).Contains("(channels, length)", StringComparison.Ordinal) ? [new([1, 40], 10), .. images] : images;
    }

    private static string Find(string name) => Path.Combine(AppContext.BaseDirectory, "Library", name);

    private static long Number(string cell) => long.Parse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("'([a-z_]+)'")]
    private static partial Regex Quoted();
}
