using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Testing.Networks;

/// <summary>Small images whose class shows in their brightness pattern, in a real file.</summary>
public static class SyntheticImages
{
    /// <summary>How many classes there are.</summary>
    public const int Classes = 3;

    private const int TrainSamples = 150;
    private const int TestSamples = 40;

    /// <summary>Writes the images and names the samples of a session.</summary>
    /// <param name="folder">Where the file goes.</param>
    /// <param name="classes">How many classes: 2 or 3.</param>
    /// <param name="side">Their height and width.</param>
    /// <returns>110 training, 40 validation and 40 test samples.</returns>
    public static SessionData Write(TemporaryFolder folder, int classes = Classes, int side = SmallNetworks.Side)
    {
        var elements = SmallNetworks.Channels * side * side;
        var random = new Random(7);
        var path = folder.Combine("images.bin");
        int[] labels = [.. Enumerable.Range(0, TrainSamples + TestSamples).Select(_ => random.Next(classes))];
        File.WriteAllBytes(path, [.. labels.SelectMany(label => Image(random, label, side))]);
        var info = new DatasetInfo(
            "synthetic",
            [.. Enumerable.Range(0, classes).Select(number => $"class {number}")],
            [SmallNetworks.Channels, side, side],
            TrainSamples,
            TestSamples,
            CanFetch: false);
        var train = new DatasetSplit([new SampleBlock(path, 0, elements, TrainSamples)], ElementType.UInt8, [.. labels[..TrainSamples]]);
        var test = new DatasetSplit(
            [new SampleBlock(path, TrainSamples * elements, elements, TestSamples)], ElementType.UInt8, [.. labels[TrainSamples..]]);
        return new SessionData(
            new Dataset(info, train, test),
            [.. Enumerable.Range(0, classes)],
            [.. Enumerable.Range(0, 110)],
            [.. Enumerable.Range(110, 40)],
            [.. Enumerable.Range(0, TestSamples)]);
    }

    private static IEnumerable<byte> Image(Random random, int label, int side)
    {
        for (var element = 0; element < SmallNetworks.Channels * side * side; element++)
        {
            var isBright = element % side * SmallNetworks.Side / side / 3 == label;
            yield return (byte)(random.Next(100) + (isBright ? 100 : 40));
        }
    }
}
