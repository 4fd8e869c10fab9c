using System.Buffers.Binary;

namespace NasDaemon.Tests.Support;

/// <summary>A data set of a few hundred images in MNIST's own form: each class has a bright stripe of its own, so that it can be learnt at once.</summary>
internal static class TinyDigits
{
    private const int Side = 28;
    private const int Classes = 10;

    /// <summary>Writes the four files.</summary>
    public static void Write(string folder, int train = 400, int test = 100)
    {
        Directory.CreateDirectory(folder);
        var random = new SplitSequence(1);
        WriteSplit(Path.Combine(folder, "train"), train, ref random);
        WriteSplit(Path.Combine(folder, "t10k"), test, ref random);
    }

    private static void WriteSplit(string prefix, int count, ref SplitSequence random)
    {
        var labels = new byte[count];
        var images = new byte[count * Side * Side];
        for (var index = 0; index < count; index++)
        {
            labels[index] = (byte)(index % Classes);
            var image = images.AsSpan(index * Side * Side, Side * Side);
            foreach (ref var pixel in image)
            {
                pixel = (byte)(random.Next() % 64);
            }

            image.Slice((4 + (2 * labels[index])) * Side, 2 * Side).Fill(240);
        }

        File.WriteAllBytes($"{prefix}-images-idx3-ubyte", [.. Header(count, Side, Side), .. images]);
        File.WriteAllBytes($"{prefix}-labels-idx1-ubyte", [.. Header(count), .. labels]);
    }

    private static byte[] Header(params int[] sizes)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        (header[2], header[3]) = (8, (byte)sizes.Length);
        for (var index = 0; index < sizes.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * index)), sizes[index]);
        }

        return header;
    }

    /// <summary>Numbers that are the same in every run.</summary>
    private struct SplitSequence(uint seed)
    {
        private uint _state = seed;

        public uint Next() => (_state = (_state * 1664525) + 1013904223) >> 16;
    }
}
