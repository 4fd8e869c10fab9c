using NasDaemon.Datasets.Vision.Formats;

namespace NasDaemon.Datasets.Vision.Tests;

/// <summary>Writes small data sets in the official forms. Every byte of picture n is n.</summary>
internal static class VisionFiles
{
    /// <summary>Writes the four IDX files.</summary>
    public static void WriteIdx(string folder, int train, int test)
    {
        Directory.CreateDirectory(folder);
        WriteIdxSplit(Path.Combine(folder, IdxFormat.TrainImages), Path.Combine(folder, IdxFormat.TrainLabels), train);
        WriteIdxSplit(Path.Combine(folder, IdxFormat.TestImages), Path.Combine(folder, IdxFormat.TestLabels), test);
    }

    /// <summary>Writes a file of CIFAR records; the labels count up from 0.</summary>
    public static void WriteCifar(string path, int records, int labelBytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = File.Create(path);
        for (var record = 0; record < records; record++)
        {
            stream.Write(Enumerable.Repeat((byte)record, labelBytes).ToArray());
            stream.Write(Enumerable.Repeat((byte)record, CifarFormat.PictureBytes).ToArray());
        }
    }

    private static void WriteIdxSplit(string imagePath, string labelPath, int count)
    {
        using var images = File.Create(imagePath);
        using var labels = File.Create(labelPath);
        IdxFile.WriteHeader(images, count, 28, 28);
        IdxFile.WriteHeader(labels, count);
        for (var index = 0; index < count; index++)
        {
            images.Write(Enumerable.Repeat((byte)index, 28 * 28).ToArray());
            labels.WriteByte((byte)(index % 10));
        }
    }
}
