using System.Globalization;

namespace NasDaemon.Pipeline.Text;

/// <summary>Writes numbers of bytes as people do.</summary>
public static class ByteSize
{
    /// <summary>Writes a number of bytes.</summary>
    /// <param name="bytes">The number.</param>
    /// <returns>The text: <c>873.6 MB</c>.</returns>
    public static string Write(long bytes) => bytes switch
    {
        >= 1_000_000_000 => (bytes / 1e9).ToString("0.00 GB", CultureInfo.InvariantCulture),
        >= 1_000_000 => (bytes / 1e6).ToString("0.0 MB", CultureInfo.InvariantCulture),
        >= 1_000 => (bytes / 1e3).ToString("0.0 kB", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };
}
