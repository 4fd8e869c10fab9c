using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Choices;

/// <summary>Takes each answer from one of two recorded lists with equal chance, from the only one that has it, or draws it.</summary>
/// <param name="first">One list.</param>
/// <param name="second">The other.</param>
/// <param name="random">The stream to draw from.</param>
public sealed class MixingChoices(AnswerList first, AnswerList second, Random random) : IndexedChoices
{
    private readonly AnswerLookup _first = new(first);
    private readonly AnswerLookup _second = new(second);
    private readonly RandomChoices _others = new(random);

    /// <inheritdoc/>
    protected internal override int Choose(string name, IReadOnlyList<string> options) =>
        (_first.Find(name, options), _second.Find(name, options)) switch
        {
            (int one, int other) => random.Next(2) == 0 ? one : other,
            (int one, null) => one,
            (null, int other) => other,
            _ => _others.Choose(name, options),
        };
}
