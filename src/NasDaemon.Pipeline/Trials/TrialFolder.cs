using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Trials;

/// <summary>
/// The folder of one trial, and the order in which its files are written: the figures of an epoch before the checkpoint that
/// holds it, the exported model before the result, the result before the report of the end. Whoever is killed between two of
/// them leaves a folder from which the trial goes on to the same figures.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class TrialFolder(string path)
{
    private const string ResultFile = "result.json";
    private const string EpochsFile = "epochs.json";
    private const string ScalingFile = "scaling.json";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>Weights, optimizer and position after the last epoch that can be resumed from.</summary>
    public string Checkpoint => System.IO.Path.Combine(Path, "checkpoint.pt");

    /// <summary>The final network as TorchScript.</summary>
    public string Model => System.IO.Path.Combine(Path, "model.pt");

    /// <summary>The final network's weights under PyTorch's names.</summary>
    public string Weights => System.IO.Path.Combine(Path, "weights.safetensors");

    /// <summary>The folder of a trial below the daemon's state folder.</summary>
    /// <param name="state">The state folder.</param>
    /// <param name="trial">The trial.</param>
    /// <returns>The folder, which may not exist.</returns>
    public static TrialFolder Of(string state, TrialKey trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return new(System.IO.Path.Combine(state, "tasks", trial.Task, "trials", trial.Number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Makes the folder where there is none.</summary>
    public void Create() => Directory.CreateDirectory(Path);

    /// <summary>Writes down how the trial ended.</summary>
    /// <param name="result">How it ended.</param>
    public void WriteResult(RecordedResult result) => Write(ResultFile, result);

    /// <summary>How the trial ended, where that was written down.</summary>
    /// <returns>The result, or null.</returns>
    public RecordedResult? ReadResult() => Read<RecordedResult>(ResultFile);

    /// <summary>Writes down the figures of all epochs so far.</summary>
    /// <param name="epochs">The figures.</param>
    public void WriteEpochs(IReadOnlyList<EpochMetrics> epochs) => Write(EpochsFile, epochs.ToImmutableArray());

    /// <summary>The figures of the epochs that were written down.</summary>
    /// <returns>The figures, none where there is no such file.</returns>
    public ImmutableArray<EpochMetrics> ReadEpochs() =>
        Read<EpochMetrics[]>(EpochsFile) is { } epochs ? [.. epochs] : [];

    /// <summary>Writes down how the samples were scaled, for those who use the exported network.</summary>
    /// <param name="scaling">The scaling.</param>
    public void WriteScaling(InputScaling scaling) => Write(ScalingFile, scaling);

    /// <summary>How the samples of a final trial were scaled.</summary>
    /// <returns>The scaling, or null where it was not written down.</returns>
    public InputScaling? ReadScaling() => Read<InputScaling>(ScalingFile);

    /// <summary>Deletes what only a trial that goes on needs.</summary>
    public void DropCheckpoint()
    {
        if (Directory.Exists(Path))
        {
            File.Delete(Checkpoint);
        }
    }

    private void Write<T>(string file, T record) => AtomicFile.Write(System.IO.Path.Combine(Path, file), RecordJson.Write(record));

    private T? Read<T>(string file)
        where T : class
    {
        var name = System.IO.Path.Combine(Path, file);
        try
        {
            return File.Exists(name) ? RecordJson.Read<T>(File.ReadAllText(name)) : null;
        }
        catch (JsonException)
        {
            // Files appear whole, so this one was damaged from outside. Without it the trial only runs again.
            return null;
        }
    }
}
