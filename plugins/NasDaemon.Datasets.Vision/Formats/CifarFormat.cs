using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Datasets.Vision.Formats;

/// <summary>The binary form of CIFAR: records of one or two label bytes and the red, green and blue planes of a 32 × 32 picture.</summary>
/// <param name="trainFiles">The files of the training split.</param>
/// <param name="testFile">The file of the test split.</param>
/// <param name="labelBytes">Label bytes of a record; the last one is the class.</param>
internal sealed class CifarFormat(ImmutableArray<string> trainFiles, string testFile, int labelBytes) : IDatasetFormat
{
    /// <summary>Bytes of a picture.</summary>
    public const int PictureBytes = 3 * 32 * 32;

    /// <summary>CIFAR-10: one label byte, five training files.</summary>
    public static CifarFormat Cifar10 { get; } = new(
        ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"],
        "test_batch.bin",
        labelBytes: 1);

    /// <summary>CIFAR-100: a coarse and a fine label byte, one training file.</summary>
    public static CifarFormat Cifar100 { get; } = new(["train.bin"], "test.bin", labelBytes: 2);

    private int RecordBytes => labelBytes + PictureBytes;

    /// <inheritdoc/>
    public IReadOnlyList<string> Files => [.. trainFiles, testFile];

    /// <inheritdoc/>
    public DatasetResult Read(DatasetInfo info, string folder)
    {
        var (train, trainProblem) = ReadSplit(info, folder, trainFiles);
        var (test, testProblem) = ReadSplit(info, folder, [testFile]);
        return train is null || test is null
            ? new DatasetResult(null, trainProblem ?? testProblem)
            : new DatasetResult(
                new Dataset(info with { TrainSamples = train.Labels.Length, TestSamples = test.Labels.Length }, train, test),
                null);
    }

    private (DatasetSplit? Split, string? Problem) ReadSplit(DatasetInfo info, string folder, ImmutableArray<string> files)
    {
        var blocks = ImmutableArray.CreateBuilder<SampleBlock>();
        var labels = ImmutableArray.CreateBuilder<int>();
        foreach (var path in files.Select(file => Path.Combine(folder, file)))
        {
            if (!File.Exists(path))
            {
                return (null, $"{path}: there is no such file.");
            }

            var length = new FileInfo(path).Length;
            if (length == 0 || length % RecordBytes != 0 || length / RecordBytes > int.MaxValue)
            {
                return (null, $"{path}: it has {length} bytes, which is no whole number of records of {RecordBytes}.");
            }

            var count = (int)(length / RecordBytes);
            blocks.Add(new SampleBlock(path, labelBytes, RecordBytes, count));
            if (ReadLabels(info, path, count, labels) is { } problem)
            {
                return (null, problem);
            }
        }

        return (new DatasetSplit(blocks.ToImmutable(), ElementType.UInt8, labels.ToImmutable()), null);
    }

    private string? ReadLabels(DatasetInfo info, string path, int count, ImmutableArray<int>.Builder labels)
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        for (var index = 0; index < count; index++)
        {
            var label = view.ReadByte(((long)index * RecordBytes) + labelBytes - 1);
            if (label >= info.Classes.Length)
            {
                return $"{path}: the label of record {index} is {label}; there are {info.Classes.Length} classes.";
            }

            labels.Add(label);
        }

        return null;
    }
}
