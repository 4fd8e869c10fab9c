using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>Reads chosen files of a packed archive. Names in the archive never become paths: they only choose who takes the content.</summary>
internal static class PackageArchive
{
    /// <summary>The largest file that is taken.</summary>
    private const long MaximumBytes = 256L << 20;

    /// <summary>Goes through the archive once.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="wanted">The names of the files to give, as the archive spells them.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Name and content of each wanted file, in the archive's order; a content is valid until the next is asked for.</returns>
    /// <exception cref="InvalidDataException">A wanted file is missing or too large, or the archive is broken.</exception>
    public static async IAsyncEnumerable<(string Name, Stream Content)> ReadAsync(
        string archive,
        IReadOnlyCollection<string> wanted,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var missing = new HashSet<string>(wanted, StringComparer.Ordinal);
        await using var unpacked = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await using var reader = new TarReader(unpacked);
        while (missing.Count > 0 && await reader.GetNextEntryAsync(copyData: false, cancellation).ConfigureAwait(false) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !missing.Remove(entry.Name))
            {
                continue;
            }

            if (entry.DataStream is null || entry.Length > MaximumBytes)
            {
                throw new InvalidDataException($"{Path.GetFileName(archive)}: its file {entry.Name} has {entry.Length} bytes.");
            }

            yield return (entry.Name, entry.DataStream);
        }

        if (missing.Count > 0)
        {
            throw new InvalidDataException($"{Path.GetFileName(archive)}: it lacks {string.Join(", ", missing.Order(StringComparer.Ordinal))}.");
        }
    }
}
