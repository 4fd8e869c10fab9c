using BenchmarkDotNet.Attributes;

namespace NasDaemon.Benchmarks.Tracing;

/// <summary>All published sources, one after another: time and allocation of a whole pass.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly Reader _reader = new();
    private List<Sample> _samples = [];

    /// <summary>Reads the sources' files.</summary>
    [GlobalSetup]
    public void Load() => _samples = Sample.Load(Sample.FindFolder());

    /// <summary>From text to graph, shapes, cost and both fingerprints, for each source.</summary>
    [Benchmark]
    public long ReadAll()
    {
        foreach (var sample in _samples)
        {
            _reader.Read(sample);
        }

        return _reader.Checksum;
    }
}
