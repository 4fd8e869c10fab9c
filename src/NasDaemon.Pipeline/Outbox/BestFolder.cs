using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Outbox;

/// <summary>The folder <c>best/</c> of a finished task: the winner as source, as TorchScript and as weights, and how each is loaded.</summary>
public static class BestFolder
{
    /// <summary>The folder's name in the task's folder.</summary>
    public const string Name = "best";

    private const string Source = "model.py";
    private const string ReadMeFile = "README.md";

    /// <summary>Writes the folder.</summary>
    /// <param name="workFolder">The task's work folder.</param>
    /// <param name="best">The winner.</param>
    /// <param name="report">What happened.</param>
    public static void Write(string workFolder, FinalistReport best, TaskReport report)
    {
        ArgumentNullException.ThrowIfNull(best);
        ArgumentNullException.ThrowIfNull(report);
        var folder = Directory.CreateDirectory(Path.Combine(workFolder, Name)).FullName;
        AtomicFile.Write(Path.Combine(folder, Source), best.Candidate.Candidate.Source);
        if (report.Table is { } table)
        {
            AtomicFile.Write(Path.Combine(folder, ReadMeFile), Untrained(best, report, table));
            return;
        }

        var trial = new TrialFolder(best.Folder);
        Copy(trial.Model, folder);
        Copy(trial.Weights, folder);
        AtomicFile.Write(Path.Combine(folder, ReadMeFile), ReadMe(best, report, trial.ReadScaling()));
    }

    private static void Copy(string file, string folder)
    {
        using var source = File.OpenRead(file);
        AtomicFile.Write(Path.Combine(folder, Path.GetFileName(file)), source.CopyTo);
    }

    private static string Untrained(FinalistReport best, TaskReport report, TableReport table) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # The best network of `{report.Id}`

        The table `{table.Table}` gives it {best.Test.Accuracy:P2} on the test samples of `{report.Task.Dataset.Name}`.
        It comes as source (`model.py`) only: nothing was trained, so there are no weights.

        """);

    private static string ReadMe(FinalistReport best, TaskReport report, InputScaling? scaling)
    {
        var task = report.Task;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# The best network of `{report.Id}`\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Trial {best.Final.Key.Number}: {best.Test.Accuracy:P2} of {best.Test.Samples:N0} test samples of `{task.Dataset.Name}` right. ");
        text.Append("It comes as source (`model.py`), as TorchScript (`model.pt`) and as weights under PyTorch's names (`weights.safetensors`).\n\n");
        text.Append($"```python\n{Loading}```\n\n");
        text.Append("`weights.safetensors` is read by hand here; with the safetensors package, `safetensors.torch.load_file` gives the same dictionary.\n");
        text.Append(CultureInfo.InvariantCulture, $"{Scaling(scaling)}\n");
        return text.ToString();
    }

    // Six lines that need nothing but PyTorch: the format is eight bytes of length, a JSON header, and the tensors.
    private const string Loading = """
        import json, torch; from model import Net
        raw = bytearray(open("weights.safetensors", "rb").read()); start = 8 + int.from_bytes(raw[:8], "little"); kinds = {"F32": torch.float32, "I64": torch.int64}
        tensors = {name: entry for name, entry in json.loads(raw[8:start]).items() if name != "__metadata__"}
        weights = {name: torch.frombuffer(raw[start + e["data_offsets"][0]:start + e["data_offsets"][1]], dtype=kinds[e["dtype"]]).reshape(e["shape"]) for name, e in tensors.items()}
        net = Net(); net.load_state_dict(weights); net.eval()
        scripted = torch.jit.load("model.pt").eval()

        """;

    private static string Scaling(InputScaling? scaling) => scaling is null
        ? "Give it samples scaled as in training."
        : $"Give it samples as `(x / 255 - mean) / deviation` in each channel, with mean = {List(scaling.Means)} and deviation = {List(scaling.Deviations)}.";

    private static string List(ImmutableArray<double> values) =>
        $"[{string.Join(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";
}
