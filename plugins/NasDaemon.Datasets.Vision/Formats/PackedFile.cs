using System.Collections.Immutable;
using System.IO.Compression;

namespace NasDaemon.Datasets.Vision.Formats;

/// <summary>Files that users drop as they were downloaded, packed with gzip.</summary>
internal static class PackedFile
{
    private const int MaximumSamples = 1_000_000;
    private const int BufferBytes = 1 << 16;

    /// <summary>Unpacks <c>PATH.gz</c> to <c>PATH</c> where only the packed file is there; the packed file stays.</summary>
    /// <param name="path">The unpacked file.</param>
    /// <param name="sampleShape">The sizes of a sample, which bound what is believed to be a data set.</param>
    /// <exception cref="InvalidDataException">The packed file is broken, or larger than any such data set.</exception>
    public static void UnpackOnce(string path, ImmutableArray<int> sampleShape)
    {
        var packed = path + ".gz";
        if (File.Exists(path) || !File.Exists(packed))
        {
            return;
        }

        var limit = sampleShape.Aggregate((long)MaximumSamples, (product, size) => product * size);
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var source = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress))
            using (var target = new FileStream(temporary, FileMode.CreateNew))
            {
                Copy(source, target, limit, packed);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Copy(Stream source, Stream target, long limit, string name)
    {
        var buffer = new byte[BufferBytes];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            target.Write(buffer, 0, read);
            if (target.Length > limit)
            {
                throw new InvalidDataException($"{name}: it unpacks to more than {limit} bytes.");
            }
        }
    }
}
