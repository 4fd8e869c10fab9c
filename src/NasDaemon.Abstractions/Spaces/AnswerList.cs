using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Spaces;

/// <summary>Every decision that a space asked for while it built one network, in the order asked: the encoding of that network.</summary>
/// <param name="Answers">The answers; no name occurs twice.</param>
public sealed record AnswerList(ImmutableArray<Answer> Answers)
{
    /// <inheritdoc/>
    public bool Equals(AnswerList? other) => other is not null && Answers.SequenceEqual(other.Answers);

    /// <inheritdoc/>
    public override int GetHashCode() => Answers.Aggregate(17, HashCode.Combine);
}
