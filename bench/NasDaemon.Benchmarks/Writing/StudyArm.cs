using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>A way to write networks.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Help">What is done for each network.</param>
internal sealed record StudyArm(string Name, WritingHelp Help)
{
    private const int CheckTries = 4;

    /// <summary>Whether a grammar holds its answers to the form of a network.</summary>
    public bool UsesGrammar { get; private init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StudyArm> All { get; } =
    [
        new("plain", WritingHelp.None),
        new("mend", WritingHelp.None with { Mend = true }),
        new("check", WritingHelp.None with { Check = CheckTries }),
        new("diverge", WritingHelp.None with { Diverges = true }),
        new("finish", WritingHelp.None with { Finish = true }),
        new("repair", WritingHelp.None with { Repairs = 1 }),
        new("grammar", WritingHelp.None) { UsesGrammar = true },
        new("grammar+mend", WritingHelp.None with { Mend = true }) { UsesGrammar = true },
        new("mend+diverge", WritingHelp.None with { Mend = true, Diverges = true }),
        new("steer", new WritingHelp(Mend: true, Check: CheckTries, Finish: true, Repairs: 0) { Diverges = true }),
        new("all", new WritingHelp(Mend: true, Check: CheckTries, Finish: true, Repairs: 1) { Diverges = true }),
    ];
}
