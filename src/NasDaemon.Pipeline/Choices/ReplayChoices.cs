using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Choices;

/// <summary>Gives recorded answers again by name. Decisions that were not recorded, or whose answer is no longer offered, are drawn.</summary>
/// <param name="answers">The recorded answers.</param>
/// <param name="random">The stream to draw from.</param>
public sealed class ReplayChoices(AnswerList answers, Random random) : IndexedChoices
{
    private readonly AnswerLookup _answers = new(answers);
    private readonly RandomChoices _others = new(random);

    /// <inheritdoc/>
    protected internal override int Choose(string name, IReadOnlyList<string> options) =>
        _answers.Find(name, options) ?? _others.Choose(name, options);
}
