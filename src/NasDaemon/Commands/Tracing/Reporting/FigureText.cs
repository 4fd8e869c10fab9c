using System.Globalization;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>Figures as people read them.</summary>
internal static class FigureText
{
    /// <summary>A count with its thousands apart.</summary>
    /// <param name="value">The count.</param>
    /// <returns>Such as <c>1,276,682</c>.</returns>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A size in memory.</summary>
    /// <param name="bytes">The size.</param>
    /// <returns>Such as <c>4.9 MiB</c>.</returns>
    public static string Size(long bytes) => bytes switch
    {
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:0.##} GiB"),
    };
}
