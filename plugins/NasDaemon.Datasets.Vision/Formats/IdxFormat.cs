using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Datasets.Vision.Formats;

/// <summary>Images and labels in four IDX files, the official form of MNIST. Files that end in <c>.gz</c> are unpacked once.</summary>
internal sealed class IdxFormat : IDatasetFormat
{
    /// <summary>The training images.</summary>
    public const string TrainImages = "train-images-idx3-ubyte";

    /// <summary>The training labels.</summary>
    public const string TrainLabels = "train-labels-idx1-ubyte";

    /// <summary>The test images.</summary>
    public const string TestImages = "t10k-images-idx3-ubyte";

    /// <summary>The test labels.</summary>
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    /// <inheritdoc/>
    public IReadOnlyList<string> Files => [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <inheritdoc/>
    public DatasetResult Read(DatasetInfo info, string folder)
    {
        foreach (var file in Files)
        {
            PackedFile.UnpackOnce(Path.Combine(folder, file), info.SampleShape);
        }

        var (train, trainProblem) = ReadSplit(info, Path.Combine(folder, TrainImages), Path.Combine(folder, TrainLabels));
        var (test, testProblem) = ReadSplit(info, Path.Combine(folder, TestImages), Path.Combine(folder, TestLabels));
        return train is null || test is null
            ? new DatasetResult(null, trainProblem ?? testProblem)
            : new DatasetResult(
                new Dataset(info with { TrainSamples = train.Labels.Length, TestSamples = test.Labels.Length }, train, test),
                null);
    }

    private static (DatasetSplit? Split, string? Problem) ReadSplit(DatasetInfo info, string imagePath, string labelPath)
    {
        var (images, imageProblem) = IdxFile.Open(imagePath, dimensions: 3);
        var (labels, labelProblem) = IdxFile.Open(labelPath, dimensions: 1);
        if (images is null || labels is null)
        {
            return (null, imageProblem ?? labelProblem);
        }

        if (!images.Sizes.AsSpan(1).SequenceEqual(info.SampleShape.AsSpan()[1..]))
        {
            return (null, $"{imagePath}: its images are {images.Sizes[1]} × {images.Sizes[2]}, not {info.SampleShape[1]} × {info.SampleShape[2]}.");
        }

        if (images.Sizes[0] != labels.Sizes[0])
        {
            return (null, $"{labelPath}: it has {labels.Sizes[0]} labels for the {images.Sizes[0]} images of {Path.GetFileName(imagePath)}.");
        }

        var values = File.ReadAllBytes(labelPath).AsSpan(labels.HeaderBytes);
        var wrong = values.IndexOfAnyExceptInRange((byte)0, (byte)(info.Classes.Length - 1));
        if (wrong >= 0)
        {
            return (null, $"{labelPath}: label {wrong} is {values[wrong]}; there are {info.Classes.Length} classes.");
        }

        var size = info.SampleShape.Aggregate(1, (product, next) => product * next);
        var block = new SampleBlock(imagePath, images.HeaderBytes, size, images.Sizes[0]);
        return (new DatasetSplit([block], ElementType.UInt8, Numbers(values)), null);
    }

    private static ImmutableArray<int> Numbers(ReadOnlySpan<byte> values)
    {
        var numbers = ImmutableArray.CreateBuilder<int>(values.Length);
        foreach (var value in values)
        {
            numbers.Add(value);
        }

        return numbers.MoveToImmutable();
    }
}
