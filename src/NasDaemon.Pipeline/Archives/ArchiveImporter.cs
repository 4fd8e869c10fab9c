using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Archives;

/// <summary>
/// Takes in the trials of another machine. A line is believed only in what cannot be found out here: the score. Its source is traced
/// again, and every fingerprint, size and cost comes from that.
/// </summary>
/// <param name="store">Knows what this machine has.</param>
/// <param name="tracer">Traces the sources.</param>
/// <param name="time">The clock.</param>
public sealed class ArchiveImporter(ITrialStore store, ArchitectureTracer tracer, TimeProvider time)
{
    private const int LongestName = 200;
    private const int MostDimensions = 4;
    private const int LargestSize = 1 << 16;

    /// <summary>Reads an archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What would go into the store. Nothing is written yet.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public ImportedArchive Read(string path, CancellationToken cancellation)
    {
        var task = FreeId();
        var (candidates, trials) = (ImmutableArray.CreateBuilder<CandidateRecord>(), ImmutableArray.CreateBuilder<TrialRecord>());
        var refused = ImmutableArray.CreateBuilder<RefusedLine>();
        var here = new Dictionary<(string Graph, string Recipe), int>();
        var (line, known) = (0, 0);
        foreach (var archived in ArchiveFile.ReadLines(path))
        {
            cancellation.ThrowIfCancellationRequested();
            line++;
            var (candidate, trial, problem) = Check(archived, task, trials.Count + 1);
            if (problem is not null)
            {
                refused.Add(new RefusedLine(line, problem));
            }
            else if (IsKnown(trial!, here))
            {
                known++;
            }
            else
            {
                here[(trial!.GraphFingerprint, trial.RecipeFingerprint)] = trial.Score!.Epochs;
                candidates.Add(candidate!);
                trials.Add(trial);
            }
        }

        return trials.Count == 0
            ? new ImportedArchive(new StoreChange(), null, known, refused.DrainToImmutable())
            : new ImportedArchive(
                new StoreChange { Tasks = [Owner(task, path, trials.Count)], Candidates = candidates.DrainToImmutable(), Trials = trials.DrainToImmutable() },
                task,
                known,
                refused.DrainToImmutable());
    }

    private bool IsKnown(TrialRecord trial, Dictionary<(string Graph, string Recipe), int> here) =>
        (here.TryGetValue((trial.GraphFingerprint, trial.RecipeFingerprint), out var epochs) && epochs >= trial.Score!.Epochs)
        || (store.FindTrained(trial.GraphFingerprint, trial.RecipeFingerprint) is { Score: { } score } && score.Epochs >= trial.Score!.Epochs);

    private (CandidateRecord? Candidate, TrialRecord? Trial, string? Problem) Check(ArchivedTrial? archived, string task, int number)
    {
        if (archived is null)
        {
            return (null, null, "It is no trial of an exported archive.");
        }

        if (Recipe(archived.Trial) is not { } recipe)
        {
            return (null, null, "Its recipe is none.");
        }

        if (Implausible(archived, recipe) is { } problem)
        {
            return (null, null, problem);
        }

        var traced = tracer.Trace(archived.Candidate.Candidate.Source, new TraceRequest(archived.Shape!));
        if (!traced.IsAccepted)
        {
            return (null, null, $"Its source is refused: {traced.Failure.Message}");
        }

        var graph = GraphFingerprint.Compute(traced.Architecture);
        var now = time.GetUtcNow();
        var source = new Candidate(archived.Candidate.Candidate.Source, archived.Candidate.Candidate.Origin);
        var score = archived.Trial.Score! with { Parameters = traced.Architecture.ParameterCount, Flops = traced.Architecture.Flops };
        var candidate = new CandidateRecord(
            task, number, source, CandidateState.Trial, SourceFingerprint.Compute(source.Source), graph, traced.Architecture, null, null, null, now);
        var trial = new TrialRecord(
            new TrialKey(task, number), number, TrialKind.Search, archived.Trial.State, recipe.Dataset.Name, graph, recipe.Fingerprint(), recipe.ToJson(), score, null, null, 1, now, now);
        return (candidate, trial, null);
    }

    private static string? Implausible(ArchivedTrial archived, Recipe recipe)
    {
        var (trial, score) = (archived.Trial, archived.Trial.Score!);
        return trial.Kind != TrialKind.Search || trial.State is not (TrialState.Finished or TrialState.Stopped) ? "Its trial guided no search, or has not ended."
            : trial.Dataset != recipe.Dataset.Name || trial.Dataset.Length is 0 or > LongestName || trial.Dataset.Any(char.IsControl) ? "Its data set is not the one of its recipe."
            : score.ValidationAccuracy is not (>= 0 and <= 1) ? "Its accuracy is not between 0 and 1."
            : double.IsNaN(score.ValidationLoss) || !double.IsFinite(score.Seconds) || score.Seconds < 0 ? "Its loss or its time is no number."
            : score.Epochs < 1 || score.Epochs > recipe.Training.Epochs ? "It has more epochs than its recipe, or none."
            : !IsShape(archived.Shape) ? "It does not say what its network reads and returns; archives of before this version do not."
            : null;
    }

    private static bool IsShape(NetworkShape? shape) => shape is { Outputs: > 0 and <= LargestSize, Input.IsDefaultOrEmpty: false }
        && shape.Input.Length <= MostDimensions
        && shape.Input.All(size => size is > 0 and <= LargestSize);

    // What a line leaves out, the parser leaves out as well.
    private static Recipe? Recipe(TrialRecord trial)
    {
        try
        {
            return RecordJson.Read<Recipe>(trial.Recipe ?? string.Empty) is
            { Dataset.Name: not null, Training: { Optimizer: not null, Epochs: > 0 }, Engine.Name: not null, Fidelity: not null } recipe
                ? recipe
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string FreeId()
    {
        for (var number = 1; ; number++)
        {
            var id = $"imported-{number.ToString(CultureInfo.InvariantCulture)}";
            if (store.Task(id) is null)
            {
                return id;
            }
        }
    }

    private TaskRecord Owner(string id, string path, int count)
    {
        var now = time.GetUtcNow();
        var file = Path.GetFileName(path);
        var message = $"{count.ToString(CultureInfo.InvariantCulture)} trials of another machine, from {file}.";
        return new TaskRecord(id, $"# {message}\n", file, TaskState.Done, 0, now, 0, now, message);
    }
}
