using System.Collections.Immutable;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>Brings models into the model folder: by a known name, from any address, or from a file.</summary>
public sealed class ModelFetch : IDisposable
{
    private const string SumEnding = ".sha256";

    private readonly string _folder;
    private readonly ImmutableArray<KnownModel> _known;
    private readonly IProgress<string> _progress;
    private readonly TimeProvider _time;
    private readonly HttpClient _client = HttpModelSource.CreateClient();

    /// <summary>Prepares to bring models.</summary>
    /// <param name="folder">The model folder; it is made where it does not exist.</param>
    /// <param name="known">The models that are known by name.</param>
    /// <param name="progress">Told what happens, a line at a time.</param>
    /// <param name="time">The clock.</param>
    public ModelFetch(string folder, ImmutableArray<KnownModel> known, IProgress<string> progress, TimeProvider time) =>
        (_folder, _known, _progress, _time) = (folder, known, progress, time);

    /// <summary>Brings a model.</summary>
    /// <param name="what">A known name, an address or a file; of a model in several parts any of them.</param>
    /// <param name="name">What the model shall be called; null for its own name.</param>
    /// <param name="cancellation">Ends it early; what has come stays for the next time.</param>
    /// <returns>The model, or why it cannot be brought.</returns>
    public async Task<FetchResult> RunAsync(string what, string? name, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(what);
        if (FetchPlan.Make(what, name, _known, _client, out var problem) is not { } plan)
        {
            return new FetchResult(null, problem);
        }

        try
        {
            Directory.CreateDirectory(_folder);
            foreach (var file in plan.Files)
            {
                await BringAsync(file, cancellation).ConfigureAwait(false);
            }

            return new FetchResult(ModelFile.At(Path.Combine(_folder, plan.Files[0].Name)), null);
        }
        catch (Exception exception) when (exception is FetchException or IOException or UnauthorizedAccessException)
        {
            return new FetchResult(null, $"{exception.Message} {Remedy(plan)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task BringAsync(PlannedFile file, CancellationToken cancellation)
    {
        var target = Path.Combine(_folder, file.Name);
        if (File.Exists(target))
        {
            _progress.Report($"{target} is here already.");
            return;
        }

        _progress.Report($"Bringing {file.Name} from {file.Source.Place} …");
        var sum = await new FileFetch(file, _folder, _progress, _time).RunAsync(cancellation).ConfigureAwait(false);

        // In the form that sha256sum -c reads.
        AtomicFile.Write(target + SumEnding, $"{sum}  {file.Name}\n");
        _progress.Report($"{file.Name}: {ByteSize.Write(new FileInfo(target).Length)}, SHA-256 {sum}{(file.Sum is null ? string.Empty : ", as published")}");
    }

    private string Remedy(FetchPlan plan)
    {
        var missing = plan.Files.Where(file => !File.Exists(Path.Combine(_folder, file.Name))).ToList();
        return missing.Any(file => file.Source is HttpModelSource)
            ? $"The same command goes on from what has come. Without network here, copy it by hand: {string.Join("; ", missing.Select(file => $"{file.Source.Place} to {Path.Combine(_folder, file.Name)}"))}"
            : $"Check the file, and that {_folder} can be written to.";
    }
}

/// <summary>A model that was brought, or why it was not.</summary>
/// <param name="File">The model; null where it was not brought.</param>
/// <param name="Problem">What is wrong, with the remedy; null where nothing is.</param>
public sealed record FetchResult(ModelFile? File, string? Problem);
