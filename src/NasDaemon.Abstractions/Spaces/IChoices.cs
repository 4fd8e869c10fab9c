namespace NasDaemon.Abstractions.Spaces;

/// <summary>
/// Answers the decisions of a search space. Who answers makes the method: a random generator, a replayed and changed
/// answer list, a policy, a language model.
/// </summary>
public interface IChoices
{
    /// <summary>Asks for one of several options.</summary>
    /// <param name="name">The decision's name, unique within one network.</param>
    /// <param name="options">At least one option; no text twice.</param>
    /// <returns>One of <paramref name="options"/>.</returns>
    /// <exception cref="ArgumentException">The name was asked before, or there is no option.</exception>
    string Pick(string name, IReadOnlyList<string> options);

    /// <summary>Asks for an integer of a range.</summary>
    /// <param name="name">The decision's name, unique within one network.</param>
    /// <param name="minimum">The smallest answer.</param>
    /// <param name="maximum">The largest answer; at least <paramref name="minimum"/>.</param>
    /// <param name="step">The distance between two answers; at least 1.</param>
    /// <returns>An answer <c>minimum + k × step</c> that is at most <paramref name="maximum"/>.</returns>
    /// <exception cref="ArgumentException">The name was asked before, or the range is empty.</exception>
    int Integer(string name, int minimum, int maximum, int step = 1);

    /// <summary>Asks for an operation among several; a supernet answers with all of them at once.</summary>
    /// <param name="name">The decision's name, unique within one network.</param>
    /// <param name="operations">At least one operation; no text twice.</param>
    /// <returns>One operation, or, for a supernet, all of them: the source then mixes them by a weight vector that <c>forward</c> takes.</returns>
    /// <exception cref="ArgumentException">The name was asked before, or there is no operation.</exception>
    IReadOnlyList<string> Operations(string name, IReadOnlyList<string> operations);
}
