using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Benchmarks.Training;

/// <summary>Random images of CIFAR's size in a file that both sides read.</summary>
internal sealed class SyntheticImages : IDisposable
{
    /// <summary>How many images there are.</summary>
    public const int Count = 2048;

    private const int Elements = 3 * 32 * 32;
    private const int Classes = 10;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nasdaemon-bench-");

    /// <summary>Writes the images.</summary>
    public SyntheticImages()
    {
        var bytes = new byte[Count * Elements];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(Path, bytes);
    }

    /// <summary>The file.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "images.bin");

    /// <summary>The images as training samples.</summary>
    public SessionData ToSessionData()
    {
        var split = new DatasetSplit(
            [new SampleBlock(Path, 0, Elements, Count)], ElementType.UInt8, [.. Enumerable.Range(0, Count).Select(index => index % Classes)]);
        var names = Enumerable.Range(0, Classes).Select(number => $"class {number}");
        var info = new DatasetInfo("synthetic", [.. names], [3, 32, 32], Count, Count, CanFetch: false);
        return new SessionData(new Dataset(info, split, split), [.. Enumerable.Range(0, Classes)], [.. Enumerable.Range(0, Count)], [], []);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
