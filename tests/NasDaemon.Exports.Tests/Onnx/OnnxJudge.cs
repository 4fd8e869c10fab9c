using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using NasDaemon.Testing;

namespace NasDaemon.Exports.Tests.Onnx;

/// <summary>What the ONNX runtime made of one network.</summary>
/// <param name="Name">The network.</param>
/// <param name="Problem">Why it could not be compared; null where it could.</param>
/// <param name="Error">The greatest distance from what PyTorch computes; null where the two are not comparable.</param>
/// <param name="Largest">The largest number that PyTorch computes.</param>
internal sealed record OnnxVerdict(string Name, string? Problem, double? Error, double Largest)
{
    /// <summary>Whether it computes the same, up to the rounding of 32-bit numbers.</summary>
    [JsonIgnore]
    public bool Agrees => Problem is null && Error <= 1e-4 * Math.Max(1, Largest);
}

/// <summary>Exports networks, checks the files with the ONNX project's checker, and compares the ONNX runtime with PyTorch.</summary>
internal static class OnnxJudge
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string Runtime { get; } = Find("node_modules/onnxruntime-node");

    /// <summary>Judges networks.</summary>
    /// <param name="cases">The networks; each can be exported.</param>
    /// <returns>A verdict each.</returns>
    public static async Task<IReadOnlyList<OnnxVerdict>> CompareAsync(IEnumerable<OnnxCase> cases)
    {
        using var folder = new TemporaryFolder();
        var items = new List<string>();
        foreach (var one in cases)
        {
            var (item, problem) = one.Export(folder.Path, items.Count);
            Assert.True(item is not null, $"{one.Name}: {problem}");
            items.Add(item.ToJsonString());
        }

        await File.WriteAllLinesAsync(folder.Combine("cases"), items);
        var here = Path.Combine(AppContext.BaseDirectory, "Onnx");
        await File.WriteAllTextAsync(folder.Combine("judged"), await PythonTorch.RunAsync(Path.Combine(here, "judge_onnx.py"), folder.Combine("cases")));
        var lines = await NodeAsync(Path.Combine(here, "run_onnx.cjs"), Runtime, folder.Combine("judged"));
        var verdicts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<OnnxVerdict>(line, Json)!).ToArray();
        Assert.Equal(items.Count, verdicts.Length);
        return verdicts;
    }

    private static async Task<string> NodeAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"node failed with {process.ExitCode}:\n{await error}");
    }

    private static string Find(string inside)
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "runtime", "lib", inside)))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The ONNX runtime is not here: run tests/NasDaemon.Exports.Tests/runtime/fetch.sh.");
        }

        return Path.Combine(folder, "runtime", "lib", inside);
    }
}
