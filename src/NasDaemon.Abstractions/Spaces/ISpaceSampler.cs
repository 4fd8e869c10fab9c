namespace NasDaemon.Abstractions.Spaces;

/// <summary>The operations that every search space has, since it is a program of choices. They exist once, for all spaces.</summary>
public interface ISpaceSampler
{
    /// <summary>Draws a network uniformly, decision by decision.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <returns>The network and its answers.</returns>
    SampledNetwork Sample(Random random);

    /// <summary>Replays a parent with one decision changed; decisions that no longer come up fall away, new ones are drawn.</summary>
    /// <param name="parent">The parent's answers.</param>
    /// <param name="random">The stream to draw from.</param>
    /// <returns>A network that differs from the parent in at least one answer wherever the space has more than one network.</returns>
    SampledNetwork Mutate(AnswerList parent, Random random);

    /// <summary>Mixes two parents by decision name, each answer from either with equal chance; decisions that neither has are drawn.</summary>
    /// <param name="first">One parent's answers.</param>
    /// <param name="second">The other's.</param>
    /// <param name="random">The stream to draw from.</param>
    /// <returns>The child.</returns>
    SampledNetwork CrossOver(AnswerList first, AnswerList second, Random random);

    /// <summary>Builds the network of an answer list; answers that do not fit the space any more are drawn from <paramref name="random"/>.</summary>
    /// <param name="answers">The answers to replay.</param>
    /// <param name="random">The stream for decisions that the list does not answer.</param>
    /// <returns>The network and the answers that were used.</returns>
    SampledNetwork Replay(AnswerList answers, Random random);

    /// <summary>Builds the network of whoever answers.</summary>
    /// <param name="choices">Who answers.</param>
    /// <returns>The network and the answers that were given.</returns>
    SampledNetwork Build(IChoices choices);
}

/// <summary>A network drawn from a search space.</summary>
/// <param name="Source">Its PyTorch source.</param>
/// <param name="Answers">The decisions that made it.</param>
public sealed record SampledNetwork(string Source, AnswerList Answers);
