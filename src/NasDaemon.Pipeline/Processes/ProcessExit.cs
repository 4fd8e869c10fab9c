using System.Globalization;

namespace NasDaemon.Pipeline.Processes;

/// <summary>How a child process ended.</summary>
/// <param name="Code">The exit code; 128 and more for a signal.</param>
/// <param name="LastWords">The last lines of its standard error; null where there were none.</param>
internal sealed record ProcessExit(int Code, string? LastWords)
{
    private const int SignalBase = 128;

    private const int IllegalInstructionSignal = 4;

    /// <summary>How long it had done nothing when it was ended for that; null where it ended otherwise.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>Whether it came upon an instruction that the processor does not have.</summary>
    public bool IsIllegalInstruction => Code == SignalBase + IllegalInstructionSignal;

    /// <summary>How it ended, in a sentence.</summary>
    /// <param name="process">What it is called: <c>The worker process</c>.</param>
    /// <param name="early">What it did not wait for: <c>before its trial did</c>.</param>
    public string Sentence(string process, string early) => this switch
    {
        { Idle: { } idle } => string.Create(CultureInfo.InvariantCulture, $"{process} neither answered nor computed for {idle.TotalSeconds:0.###} s, and was ended."),
        { Code: > SignalBase } => string.Create(CultureInfo.InvariantCulture, $"{process} was ended by signal {Code - SignalBase}{SignalName(Code - SignalBase)}."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{process} ended with exit code {Code} {early}."),
    };

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
