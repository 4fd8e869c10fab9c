using System.Diagnostics;
using System.Text.Json;

namespace NasDaemon.Testing.Onnx;

/// <summary>Exports networks, checks the files with the ONNX project's checker, and compares the ONNX runtime with PyTorch.</summary>
public static class OnnxJudge
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string Runtime { get; } = Repository.Combine("tests", "NasDaemon.Testing.Onnx", "runtime", "lib", "node_modules", "onnxruntime-node");

    /// <summary>Judges networks.</summary>
    /// <param name="cases">The networks.</param>
    /// <returns>A verdict each, in their order.</returns>
    public static async Task<IReadOnlyList<OnnxVerdict>> CompareAsync(IEnumerable<OnnxCase> cases)
    {
        using var folder = new TemporaryFolder();
        var written = new List<OnnxVerdict>();
        var items = new List<string>();
        foreach (var one in cases)
        {
            // No export is kept: each holds its weights.
            var (export, item) = one.Export(folder.Path, written.Count);
            written.Add(export.Succeeded
                ? new OnnxVerdict(one.Name, IsChecked: false, Problem: null) { IsOpen = export.Batch is null }
                : new OnnxVerdict(one.Name, IsChecked: false, "It is not exported: " + string.Join(' ', export.Problems)) { Refusals = export.Problems });
            if (item is not null)
            {
                items.Add(item.ToJsonString());
            }
        }

        using var answers = (await RunAsync(folder, items)).AsEnumerable().GetEnumerator();
        return [.. written.Select(one => one.Refusals.IsEmpty && answers.MoveNext() ? answers.Current with { IsOpen = one.IsOpen } : one)];
    }

    private static async Task<OnnxVerdict[]> RunAsync(TemporaryFolder folder, List<string> items)
    {
        if (items.Count == 0)
        {
            return [];
        }

        await File.WriteAllLinesAsync(folder.Combine("cases"), items);
        await File.WriteAllTextAsync(folder.Combine("judged"), await PythonTorch.RunAsync(Script("judge_onnx.py"), folder.Combine("cases")));
        var lines = await NodeAsync(Script("run_onnx.cjs"), Runtime, folder.Combine("judged"));
        var verdicts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<OnnxVerdict>(line, Json)!).ToArray();
        return verdicts.Length == items.Count ? verdicts : throw new InvalidOperationException($"{items.Count} networks got {verdicts.Length} verdicts.");
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static async Task<string> NodeAsync(params string[] arguments)
    {
        if (!Directory.Exists(Runtime))
        {
            throw new InvalidOperationException("The ONNX runtime is not here: run tests/NasDaemon.Testing.Onnx/runtime/fetch.sh.");
        }

        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"node failed with {process.ExitCode}:\n{await error}");
    }
}
