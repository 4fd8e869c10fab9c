using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Testing.Contracts;

/// <summary>What every provider of data sets must do. A provider's tests derive from it.</summary>
public abstract class DatasetProviderContract : IDisposable
{
    /// <summary>An empty folder that the provider under test looks into.</summary>
    protected TemporaryFolder Folder { get; } = new();

    /// <summary>Makes a provider over <see cref="Folder"/>.</summary>
    /// <returns>The provider.</returns>
    protected abstract IDatasetProvider Create();

    /// <summary>Lays a small data set into <see cref="Folder"/>.</summary>
    /// <returns>Its name.</returns>
    protected abstract string LayDataset();

    /// <inheritdoc/>
    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Datasets_Always_HaveNamesClassesAndShapes()
    {
        var datasets = Create().Datasets;

        Assert.NotEmpty(datasets);
        Assert.Equal(datasets.Count, datasets.Select(dataset => dataset.Name).Distinct().Count());
        Assert.All(datasets, dataset =>
        {
            Assert.Matches("^[a-z0-9-]+$", dataset.Name);
            Assert.Equal(dataset.Classes.Length, dataset.Classes.Distinct().Count());
            Assert.All(dataset.SampleShape, size => Assert.True(size > 0));
        });
    }

    [Fact]
    public void Open_NothingInTheFolder_SaysWhichFileIsMissingAndWhatToDo()
    {
        var provider = Create();

        Assert.All(provider.Datasets, dataset =>
        {
            var result = provider.Open(dataset.Name);
            Assert.Null(result.Dataset);
            Assert.Contains(Folder.Path, result.Problem, StringComparison.Ordinal);
            Assert.Contains(dataset.CanFetch ? $"nasdaemon data get {dataset.Name}" : "copy its official files", result.Problem, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Open_UnknownName_SaysWhichAreKnown() =>
        Assert.Contains(Create().Datasets[0].Name, Create().Open("no-such-data-set").Problem, StringComparison.Ordinal);

    [Fact]
    public void Open_SmallDataset_EverySampleLiesWithinItsFileAndHasALabel()
    {
        var result = Create().Open(LayDataset());

        Assert.Null(result.Problem);
        var dataset = result.Dataset!;
        foreach (var split in new[] { dataset.Train, dataset.Test })
        {
            var bytes = dataset.Info.SampleShape.Aggregate(split.Element == ElementType.UInt8 ? 1L : 4L, (product, size) => product * size);
            Assert.Equal(split.Labels.Length, split.Blocks.Sum(block => block.Count));
            Assert.All(split.Labels, label => Assert.InRange(label, 0, dataset.Info.Classes.Length - 1));
            Assert.All(split.Blocks, block =>
                Assert.True(block.Offset + (block.Stride * (block.Count - 1)) + bytes <= new FileInfo(block.Path).Length));
        }

        Assert.Equal((dataset.Train.Labels.Length, dataset.Test.Labels.Length), (dataset.Info.TrainSamples, dataset.Info.TestSamples));
    }

    [Fact]
    public async Task FetchAsync_AlreadyThere_ChangesNothing()
    {
        var name = LayDataset();
        var before = Directory.GetFiles(Folder.Path, "*", SearchOption.AllDirectories).Order().ToList();

        var result = await Create().FetchAsync(name, new Progress<string>(), CancellationToken.None);

        Assert.Null(result.Problem);
        Assert.Equal(before, Directory.GetFiles(Folder.Path, "*", SearchOption.AllDirectories).Order());
    }
}
