using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Interop;
using NasDaemon.Engines.LibTorch.Samples;
using NasDaemon.Testing;

namespace NasDaemon.Engines.LibTorch.Tests.Samples;

[Collection(NativeHandles.Collection)]
public sealed class SampleReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_BytesInTwoBlocksWithGaps_ScalesAndNormalisesEachChannel()
    {
        // One label byte before each sample of two channels of one row of two, as in CIFAR's files.
        var first = Block("a", [9, 0, 51, 102, 153, 9, 255, 255, 0, 0], offset: 1, stride: 5, count: 2);
        var second = Block("b", [204, 204, 51, 51], offset: 0, stride: 4, count: 1);
        using var samples = Open(ElementType.UInt8, [2, 1, 2], first, second);
        samples.Scale(new InputScaling([0, 0.2], [1, 0.5]));

        var read = samples.Read(new SampleBatch([2, 0], epoch: 0, firstPosition: 0), augmentation: null, sampleElements: 4);

        Assert.Equal([0.8f, 0.8f, 0f, 0f, 0f, 0.2f, 0.4f, 0.8f], read, Close);
    }

    [Fact]
    public void Measure_Bytes_GivesMeanAndDeviationOfEachChannel()
    {
        using var samples = Open(ElementType.UInt8, [2, 1, 2], Block("a", [0, 255, 51, 51, 255, 0, 51, 51, 7, 7, 7, 7], 0, 4, 3));

        var scaling = samples.Measure([0, 1]);

        Assert.Equal([0.5, 0.2], scaling.Means, Close);
        Assert.Equal([0.5, 1.0], scaling.Deviations, Close);
    }

    [Fact]
    public void Read_FloatsOfOneDimension_NormalisesThemAsOneChannel()
    {
        byte[] bytes = [.. MemoryMarshal.AsBytes<float>([1, 2, 3, 4])];
        using var samples = Open(ElementType.Float32, [2], Block("a", bytes, 0, 8, 2));
        samples.Scale(samples.Measure([0, 1]));

        var read = samples.Read(new SampleBatch([0, 1], 0, 0), null, 2);

        var deviation = (float)Math.Sqrt(1.25);
        Assert.Equal([-1.5f / deviation, -0.5f / deviation, 0.5f / deviation, 1.5f / deviation], read, Close);
    }

    [Fact]
    public void Read_Augmented_ShiftsAndMirrorsByPositionAlone()
    {
        byte[] image = [.. Enumerable.Range(1, 16).Select(value => (byte)(value * 10))];
        using var samples = Open(ElementType.UInt8, [1, 4, 4], Block("a", image, 0, 16, 1));
        var augmentation = new NativeAugmentation { CropPadding = 1, HorizontalFlip = 1, Seed = 3 };
        var plain = samples.Read(new SampleBatch([0], 0, 0), null, 16);
        var variants = Enumerable.Range(0, 200).Select(position => Read(epoch: 0, position)).ToList();

        Assert.All(variants, variant => Assert.Contains(Placements(plain), placed => placed.SequenceEqual(variant)));
        Assert.Equal(18, variants.Select(variant => string.Join(' ', variant)).Distinct().Count());
        Assert.Equal(variants[7], Read(epoch: 0, position: 7));
        Assert.NotEqual(variants, Enumerable.Range(0, 200).Select(position => Read(epoch: 1, position)));

        float[] Read(int epoch, int position) => samples.Read(new SampleBatch([0], epoch, position), augmentation, 16);
    }

    [Fact]
    public void Open_FileThatIsTooShort_SaysWhatItLacks()
    {
        var exception = Assert.Throws<EngineException>(() => Open(ElementType.UInt8, [4], Block("a", [1, 2, 3, 4, 5], 0, 4, 2)));

        Assert.Contains("has 5 bytes where 8 are needed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SampleThatDoesNotExist_Throws()
    {
        using var samples = Open(ElementType.UInt8, [1], Block("a", [1, 2], 0, 1, 2));

        Assert.Throws<EngineException>(() => samples.Read(new SampleBatch([2], 0, 0), null, 1));
    }

    // All 9 shifts of a 4×4 image by one, each straight and mirrored, black outside.
    private static IEnumerable<float[]> Placements(float[] image) =>
        from top in Enumerable.Range(-1, 3)
        from left in Enumerable.Range(-1, 3)
        from mirrored in new[] { false, true }
        select (float[])[.. Enumerable.Range(0, 16).Select(cell =>
        {
            var (row, column) = (cell / 4, mirrored ? 3 - (cell % 4) : cell % 4);
            var (y, x) = (row + top, column + left);
            return y is < 0 or > 3 || x is < 0 or > 3 ? 0f : image[(y * 4) + x];
        })];

    private static bool Close(float expected, float actual) => Math.Abs(expected - actual) < 1e-6;

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;

    private static SampleReader Open(ElementType element, int[] shape, params SampleBlock[] blocks)
    {
        int[] labels = [.. Enumerable.Repeat(0, blocks.Sum(block => block.Count))];
        return SampleReader.Open(new DatasetSplit([.. blocks], element, [.. labels]), shape, [0]);
    }

    private SampleBlock Block(string name, byte[] bytes, long offset, long stride, int count)
    {
        var path = _folder.Combine(name);
        File.WriteAllBytes(path, bytes);
        return new SampleBlock(path, offset, stride, count);
    }
}
