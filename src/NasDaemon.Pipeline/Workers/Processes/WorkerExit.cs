using System.Globalization;

namespace NasDaemon.Pipeline.Workers.Processes;

/// <summary>How a worker process ended.</summary>
/// <param name="Code">The exit code; 128 and more for a signal.</param>
/// <param name="LastWords">The last lines of its standard error; null where there were none.</param>
internal sealed record WorkerExit(int Code, string? LastWords)
{
    private const int SignalBase = 128;

    /// <summary>How it ended, in a sentence.</summary>
    public string Sentence => Code > SignalBase
        ? string.Create(CultureInfo.InvariantCulture, $"The worker process was ended by signal {Code - SignalBase}{SignalName(Code - SignalBase)}.")
        : string.Create(CultureInfo.InvariantCulture, $"The worker process ended with exit code {Code} before it had done its work.");

    private static string SignalName(int signal) => signal switch
    {
        4 => " (illegal instruction)",
        6 => " (abort)",
        7 => " (bus error)",
        8 => " (arithmetic error)",
        9 => " (kill; the kernel does this too when memory runs out)",
        11 => " (segmentation fault)",
        15 => " (termination)",
        _ => "",
    };
}
