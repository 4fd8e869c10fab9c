using NasDaemon.Abstractions.Data;
using NasDaemon.Datasets.Vision.Fetching;

namespace NasDaemon.Datasets.Vision;

/// <summary>Finds the data sets of this plugin in the data folder.</summary>
/// <param name="dataFolder">The data folder; it need not exist yet.</param>
internal sealed class VisionDatasets(string dataFolder) : IDatasetProvider
{
    private readonly IReadOnlyList<VisionDataset> _known =
    [
        KnownDatasets.Mnist,
        KnownDatasets.FashionMnist,
        KnownDatasets.Cifar10,
        KnownDatasets.Cifar100,
    ];

    /// <inheritdoc/>
    public IReadOnlyList<DatasetInfo> Datasets => [.. _known.Select(dataset => dataset.Info)];

    /// <inheritdoc/>
    public DatasetResult Open(string name)
    {
        if (Find(name) is not { } dataset)
        {
            return Unknown(name);
        }

        try
        {
            var result = dataset.Format.Read(dataset.Info, dataset.FindFolder(dataFolder));
            return result.Problem is null ? result : new DatasetResult(null, $"{result.Problem} {dataset.Remedy(dataFolder)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new DatasetResult(null, $"The data set '{name}' cannot be read: {exception.Message} {dataset.Remedy(dataFolder)}");
        }
    }

    /// <inheritdoc/>
    public async Task<DatasetResult> FetchAsync(string name, IProgress<string> progress, CancellationToken cancellation)
    {
        if (Find(name) is not { } dataset)
        {
            return Unknown(name);
        }

        if (Open(name) is { Problem: null } present)
        {
            progress.Report($"{name} is there already.");
            return present;
        }

        return await new DatasetFetch(dataset, dataFolder, progress).RunAsync(cancellation).ConfigureAwait(false) is { } problem
            ? new DatasetResult(null, problem)
            : Open(name);
    }

    private VisionDataset? Find(string name) => _known.FirstOrDefault(dataset => dataset.Info.Name == name);

    private DatasetResult Unknown(string name) =>
        new(null, $"There is no data set '{name}' here. Known are {string.Join(", ", _known.Select(dataset => dataset.Info.Name))}.");
}
