using BenchmarkDotNet.Attributes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Benchmarks.Training;

namespace NasDaemon.Benchmarks.Sources;

/// <summary>What happens to a candidate before it is trained: trace, fingerprints, lowering. Goal: the whitespace level below 20 µs for 4 kB.</summary>
[MemoryDiagnoser]
public class SourceBenchmarks
{
    private const int SourceLength = 4096;

    private readonly ArchitectureTracer _tracer = new(TracingLimits.Default);
    private readonly TraceRequest _request = new(new NetworkShape([3, 32, 32], 10));
    private string _source = string.Empty;
    private Architecture _architecture = null!;

    /// <summary>The network.</summary>
    [Params("plain", "residual", "attention")]
    public string Network { get; set; } = string.Empty;

    /// <summary>Reads a source and fills it up to 4 kB with a comment, as language models do.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var text = File.ReadAllText(Subject.All.Single(subject => subject.Name == Network).File);
        var comment = "\n# " + string.Join(' ', Enumerable.Repeat("word", SourceLength));
        _source = (text + comment)[..SourceLength];
        _architecture = _tracer.Trace(_source, _request).Architecture
            ?? throw new InvalidOperationException($"{Network} is not traced.");
    }

    /// <summary>From source to graph.</summary>
    [Benchmark]
    public TraceResult Trace() => _tracer.Trace(_source, _request);

    /// <summary>The MD5 over the source without whitespace.</summary>
    [Benchmark]
    public string FingerprintOfTheSource() => SourceFingerprint.Compute(_source);

    /// <summary>The MD5 over the canonical graph.</summary>
    [Benchmark]
    public string FingerprintOfTheGraph() => GraphFingerprint.Compute(_architecture);

    /// <summary>From graph to TorchScript.</summary>
    [Benchmark]
    public LoweredNetwork Lower() => TorchScriptEmitter.Lower(_architecture, new LoweringOptions(Abstractions.Tasks.Precision.Float32));
}
