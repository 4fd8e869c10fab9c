using NasDaemon.Abstractions.Data;
using NasDaemon.Datasets.Vision.Fetching;
using NasDaemon.Datasets.Vision.Formats;

namespace NasDaemon.Datasets.Vision;

/// <summary>A data set that this plugin knows.</summary>
/// <param name="Info">Name, classes and shape.</param>
/// <param name="Format">How its files are read.</param>
/// <param name="Source">Where it can be brought from; null where nobody offers it to us.</param>
/// <param name="OfficialFolder">The folder that its official archive unpacks to, which is understood beside the data set's own name; null for none.</param>
internal sealed record VisionDataset(DatasetInfo Info, IDatasetFormat Format, IDatasetSource? Source, string? OfficialFolder)
{
    /// <summary>The folder where its files are, or where they belong.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <returns>The folder.</returns>
    public string FindFolder(string dataFolder)
    {
        var own = Path.Combine(dataFolder, Info.Name);
        return OfficialFolder is not null && !Directory.Exists(own) && Directory.Exists(Path.Combine(dataFolder, OfficialFolder))
            ? Path.Combine(dataFolder, OfficialFolder)
            : own;
    }

    /// <summary>What to do where it is missing or broken.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <returns>One or two sentences.</returns>
    public string Remedy(string dataFolder)
    {
        var byHand = $"copy its official files ({string.Join(", ", Format.Files)}) to {Path.Combine(dataFolder, Info.Name)}.";
        return Source is null ? $"To bring it, {byHand}" : $"Run 'nasdaemon data get {Info.Name}'; without a network, {byHand}";
    }
}
