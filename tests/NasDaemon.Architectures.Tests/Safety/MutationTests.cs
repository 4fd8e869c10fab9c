using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Beginnings;
using NasDaemon.Architectures.Mending;
using NasDaemon.Architectures.Tests.Mending;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Safety;

/// <summary>
/// Ten thousand damaged sources, made of published and of hostile ones, are each accepted or refused within a second of processor time and
/// 256 MB, and none crashes; a tenth as many are mended, and read up to a place drawn by lot. The environment
/// variable <c>NASDAEMON_MUTATIONS</c> sets another number, <c>NASDAEMON_MUTATION_SEED</c> another start.
/// </summary>
public sealed class MutationTests
{
    // A hostile source takes as long as its limits allow, so that few of them fill a minute.
    private const int HostileShare = 40;

    // To mend a source is to trace it up to some hundred times.
    private const int MendedShare = 10;

    private static readonly TraceRequest Request = new(new NetworkShape([3, 32, 32], 10));

    [Fact]
    public async Task Trace_DamagedSources_StayWithinTheirLimits()
    {
        var (count, seed) = (Setting("NASDAEMON_MUTATIONS", 10_000), Setting("NASDAEMON_MUTATION_SEED", 20_260_324));
        var hostile = new Mutator([.. Hostile()], seed + 1);
        var usual = new Mutator(Usual(), seed);
        var accepted = 0;
        for (var index = 0; index < count; index++)
        {
            var source = index % HostileShare == 0 ? hostile.Next() : usual.Next();
            accepted += (await GuardedTrace.RunAsync(source)).IsAccepted ? 1 : 0;
        }

        // Damage that hits a comment or a name is none; damage that never hits anything would test nothing.
        Assert.InRange(accepted, count / 100, count * 9 / 10);
    }

    [Fact]
    public void Mend_DamagedSources_BringsNoFaultToLight()
    {
        var (count, seed) = (Setting("NASDAEMON_MUTATIONS", 10_000) / MendedShare, Setting("NASDAEMON_MUTATION_SEED", 20_260_324));
        var tracer = new ArchitectureTracer(TracingLimits.Default);
        var (mender, beginnings) = (new SourceMender(tracer), new BeginningReader(tracer));
        var damaged = new Mutator([.. BrokenNetworks.All.Select(network => network.Source), .. Usual()], seed);
        var cut = new Random(seed);
        for (var index = 0; index < count; index++)
        {
            var source = damaged.Next();
            var mended = mender.Mend(source, Request);
            var read = beginnings.Read(source[..cut.Next(source.Length + 1)], Request, mends: true);

            Assert.All([mended.Result.Failure, read.Failure], failure => Assert.False(GuardedTrace.IsFault(failure), $"{failure?.Message} {failure?.Hint}: {source}"));
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private static IEnumerable<string> Hostile() =>
        HostileSource.ReadAll("hostile.sources").Concat(HostileSource.ReadAll("odd.sources")).Select(source => source.Text);

    // The published sources lie beside the repository; where they are absent, the tests' own networks do.
    private static List<string> Usual()
    {
        var own = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Emit", "Networks"), "*.py").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        var published = new[] { "feedback-run-first-600.jsonl", "few-shot-paper.jsonl" }
            .Select(file => SharedData.Find("networks", file))
            .OfType<string>()
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()!);
        return [.. own, .. published];
    }
}
