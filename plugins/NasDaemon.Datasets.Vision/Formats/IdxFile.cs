using System.Buffers.Binary;

namespace NasDaemon.Datasets.Vision.Formats;

/// <summary>The header of an IDX file: two zero bytes, the element type, the number of dimensions, then the sizes, big-endian.</summary>
/// <param name="Sizes">The sizes, outermost first.</param>
/// <param name="HeaderBytes">Where the elements begin.</param>
internal sealed record IdxFile(int[] Sizes, int HeaderBytes)
{
    private const int UnsignedByte = 8;

    /// <summary>Reads and checks a header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">How many dimensions it must have.</param>
    /// <returns>The header, or what is wrong with the file.</returns>
    public static (IdxFile? File, string? Problem) Open(string path, int dimensions)
    {
        if (!File.Exists(path))
        {
            return (null, $"{path}: there is no such file.");
        }

        using var stream = File.OpenRead(path);
        var header = new byte[4 + (4 * dimensions)];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return (null, $"{path}: it ends within its header.");
        }

        if (header[0] != 0 || header[1] != 0 || header[2] != UnsignedByte || header[3] != dimensions)
        {
            return (null, $"{path}: it is no IDX file of bytes with {dimensions} dimension(s).");
        }

        var sizes = new int[dimensions];
        var elements = 1L;
        for (var index = 0; index < dimensions; index++)
        {
            sizes[index] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + (4 * index)));
            if (sizes[index] <= 0 || elements > stream.Length)
            {
                return (null, $"{path}: its header claims impossible sizes.");
            }

            elements *= sizes[index];
        }

        return stream.Length == header.Length + elements
            ? (new IdxFile(sizes, header.Length), null)
            : (null, $"{path}: it has {stream.Length} bytes where its header asks for {header.Length + elements}.");
    }

    /// <summary>Writes a header.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="sizes">The sizes, outermost first.</param>
    public static void WriteHeader(Stream stream, params ReadOnlySpan<int> sizes)
    {
        stream.Write([0, 0, UnsignedByte, (byte)sizes.Length]);
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (var size in sizes)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, size);
            stream.Write(bytes);
        }
    }
}
