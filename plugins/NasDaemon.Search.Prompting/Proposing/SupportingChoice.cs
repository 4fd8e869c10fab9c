using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Mixing;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>
/// Chooses how many supporting networks a prompt shows where the task leaves that open: 1, 2 or 3, at most as many as the context has
/// room for, by how often each number brought a network that is new and runs.
/// </summary>
internal static class SupportingChoice
{
    private const int Fewest = 1;
    private const int Most = 3;

    // What a network of the starter library takes, in tokens, without comments and training code.
    private const int UsualNetwork = 700;

    /// <summary>Before anything was proposed.</summary>
    public static Bandit Start { get; } = Bandit.Of(Most - Fewest + 1);

    /// <summary>Chooses.</summary>
    /// <param name="bandit">What each number has brought.</param>
    /// <param name="context">The model's context in tokens.</param>
    /// <param name="answer">The longest answer in tokens.</param>
    /// <returns>The number.</returns>
    public static int Choose(Bandit bandit, int context, int answer)
    {
        // One network is the reference, and as much again is the question itself.
        var room = ((context - answer) / UsualNetwork) - 2;
        return Fewest + bandit.Choose(arm => arm == 0 || Fewest + arm <= room);
    }

    /// <summary>Notes that a number was chosen.</summary>
    public static Bandit Begin(Bandit bandit, int supporting) => supporting is >= Fewest and <= Most ? bandit.Begin(supporting - Fewest) : bandit;

    /// <summary>Notes what it brought.</summary>
    public static Bandit End(Bandit bandit, int supporting, Outcome outcome) => supporting is >= Fewest and <= Most
        ? bandit.End(supporting - Fewest, outcome is TrainedOutcome or FailedOutcome or DuplicateOutcome { Of: null } ? 1 : 0, cost: 1)
        : bandit;
}
