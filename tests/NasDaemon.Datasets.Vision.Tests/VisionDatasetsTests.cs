using System.IO.Compression;
using NasDaemon.Abstractions.Data;
using NasDaemon.Datasets.Vision.Formats;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Datasets.Vision.Tests;

public sealed class VisionDatasetsTests : DatasetProviderContract
{
    protected override IDatasetProvider Create() => new VisionDatasets(Folder.Path);

    protected override string LayDataset()
    {
        VisionFiles.WriteIdx(Folder.Combine("mnist"), train: 12, test: 5);
        return "mnist";
    }

    [Fact]
    public void Open_MnistFiles_PointsBehindTheHeader()
    {
        var dataset = Create().Open(LayDataset()).Dataset!;

        var block = Assert.Single(dataset.Train.Blocks);
        Assert.Equal((16, 784, 12), (block.Offset, block.Stride, block.Count));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], dataset.Train.Labels.ToArray());
    }

    [Fact]
    public void Open_PackedFiles_UnpacksThemOnce()
    {
        var folder = Folder.Combine("mnist");
        VisionFiles.WriteIdx(folder, train: 3, test: 2);
        var images = Path.Combine(folder, IdxFormat.TrainImages);
        Pack(images);

        Assert.Null(Create().Open("mnist").Problem);
        Assert.True(File.Exists(images));
    }

    [Fact]
    public void Open_BrokenPackedFile_NamesItAndLeavesNothingBehind()
    {
        var folder = Folder.Combine("mnist");
        VisionFiles.WriteIdx(folder, train: 3, test: 2);
        var images = Path.Combine(folder, IdxFormat.TrainImages);
        File.Move(images, images + ".gz");

        Assert.Contains("nasdaemon data get mnist", Create().Open("mnist").Problem, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(folder).Length);
    }

    [Theory]
    [InlineData(IdxFormat.TrainImages, 9_000, "bytes where its header asks for")]
    [InlineData(IdxFormat.TrainImages, 100, "impossible sizes")]
    [InlineData(IdxFormat.TrainImages, 7, "ends within its header")]
    [InlineData(IdxFormat.TestLabels, 9, "bytes where its header asks for")]
    public void Open_ShortenedFile_NamesTheFile(string file, int length, string expected)
    {
        LayDataset();
        using (var stream = File.OpenWrite(Folder.Combine("mnist", file)))
        {
            stream.SetLength(length);
        }

        var problem = Create().Open("mnist").Problem;

        Assert.Contains(file, problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, "no IDX file")]
    [InlineData(3, 1, "no IDX file")]
    [InlineData(4, 0x7f, "impossible sizes")]
    [InlineData(11, 27, "bytes where its header asks for")]
    public void Open_ForgedHeader_SaysSo(int position, byte value, string expected)
    {
        LayDataset();
        Overwrite(Folder.Combine("mnist", IdxFormat.TrainImages), position, value);

        Assert.Contains(expected, Create().Open("mnist").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_LabelBeyondTheClasses_SaysWhich()
    {
        LayDataset();
        Overwrite(Folder.Combine("mnist", IdxFormat.TrainLabels), 8 + 4, 10);

        Assert.Contains("label 4 is 10", Create().Open("mnist").Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cifar10")]
    [InlineData("cifar-10-batches-bin")]
    public void Open_Cifar10InItsOwnOrTheOfficialFolder_ReadsSixFiles(string folder)
    {
        foreach (var file in CifarFormat.Cifar10.Files)
        {
            VisionFiles.WriteCifar(Folder.Combine(folder, file), records: 4, labelBytes: 1);
        }

        var dataset = Create().Open("cifar10").Dataset!;

        Assert.Equal(5, dataset.Train.Blocks.Length);
        Assert.Equal(20, dataset.Train.Labels.Length);
        Assert.Equal([0, 1, 2, 3], dataset.Test.Labels.ToArray());
        Assert.Equal((1, 3073), (dataset.Test.Blocks[0].Offset, dataset.Test.Blocks[0].Stride));
    }

    [Fact]
    public void Open_Cifar100_TakesTheFineLabel()
    {
        VisionFiles.WriteCifar(Folder.Combine("cifar100", "train.bin"), records: 100, labelBytes: 2);
        VisionFiles.WriteCifar(Folder.Combine("cifar100", "test.bin"), records: 3, labelBytes: 2);
        Overwrite(Folder.Combine("cifar100", "test.bin"), 1, 42);

        var dataset = Create().Open("cifar100").Dataset!;

        Assert.Equal(100, dataset.Info.Classes.Length);
        Assert.Equal([42, 1, 2], dataset.Test.Labels.ToArray());
    }

    [Fact]
    public void Open_CifarFileWithHalfARecord_SaysSo()
    {
        foreach (var file in CifarFormat.Cifar10.Files)
        {
            VisionFiles.WriteCifar(Folder.Combine("cifar10", file), records: 2, labelBytes: 1);
        }

        File.AppendAllText(Folder.Combine("cifar10", "test_batch.bin"), "x");

        Assert.Contains("no whole number of records of 3073", Create().Open("cifar10").Problem, StringComparison.Ordinal);
    }

    private static void Overwrite(string path, int position, byte value)
    {
        using var stream = File.OpenWrite(path);
        stream.Position = position;
        stream.WriteByte(value);
    }

    private static void Pack(string path)
    {
        using (var source = File.OpenRead(path))
        using (var target = new GZipStream(File.Create(path + ".gz"), CompressionMode.Compress))
        {
            source.CopyTo(target);
        }

        File.Delete(path);
    }
}
