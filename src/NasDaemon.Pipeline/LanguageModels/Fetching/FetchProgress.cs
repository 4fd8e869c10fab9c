using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>Tells every few seconds how much of a file has come, how fast, and how long it still takes.</summary>
/// <param name="file">The file's name.</param>
/// <param name="report">Told a line at a time.</param>
/// <param name="time">The clock.</param>
internal sealed class FetchProgress(string file, IProgress<string> report, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private long _start;
    private long _startBytes;
    private long _last;

    /// <summary>Begins, or begins again.</summary>
    /// <param name="bytes">How much is there already.</param>
    public void Begin(long bytes)
    {
        (_start, _startBytes) = (time.GetTimestamp(), bytes);
        _last = _start;
    }

    /// <summary>Some more has come.</summary>
    /// <param name="bytes">How much is there now.</param>
    /// <param name="total">How much there will be; null where that is not known.</param>
    public void Advance(long bytes, long? total)
    {
        if (time.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = time.GetTimestamp();
        var speed = (bytes - _startBytes) / time.GetElapsedTime(_start, _last).TotalSeconds;
        var left = total is { } whole && speed > 0 ? $", {Duration((whole - bytes) / speed)} left" : string.Empty;
        var share = total is > 0 ? FormattableString.Invariant($" of {ByteSize.Write(total.Value)} ({100.0 * bytes / total.Value:0} %)") : string.Empty;
        report.Report($"{file}: {ByteSize.Write(bytes)}{share}, {ByteSize.Write((long)speed)}/s{left}");
    }

    private static string Duration(double seconds) => seconds >= 90 ? FormattableString.Invariant($"{seconds / 60:0} min") : FormattableString.Invariant($"{seconds:0} s");
}
