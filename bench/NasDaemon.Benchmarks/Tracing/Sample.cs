using System.Text.Json;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Benchmarks.Tracing;

/// <summary>A published source and what it is traced for.</summary>
/// <param name="Source">The text.</param>
/// <param name="Request">The shape that its network reads and returns.</param>
internal sealed record Sample(string Source, TraceRequest Request)
{
    /// <summary>The files of published sources, which lie beside the repository.</summary>
    public static readonly string[] Files = ["feedback-run-first-600.jsonl", "few-shot-paper.jsonl"];

    /// <summary>Finds the folder of the published sources.</summary>
    /// <returns>The folder.</returns>
    public static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "networks");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        throw new DirectoryNotFoundException("shared/data/networks is not beside the repository: name the folder as an argument.");
    }

    /// <summary>Reads the published sources.</summary>
    /// <param name="folder">Where their files are.</param>
    /// <returns>All of them, in order.</returns>
    public static List<Sample> Load(string folder) =>
        [.. Files.SelectMany(file => File.ReadLines(Path.Combine(folder, file))).Select(Parse)];

    private static Sample Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var input = root.GetProperty("input").EnumerateArray().Select(size => size.GetInt32());
        var request = new TraceRequest(new NetworkShape([.. input], root.GetProperty("classes").GetInt32()));
        return new Sample(root.GetProperty("source").GetString()!, request);
    }
}
