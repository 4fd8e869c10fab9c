namespace NasDaemon.Pipeline.Choices;

/// <summary>Answers as another does, except for one decision, which gets any answer but the other's.</summary>
/// <param name="others">Who answers all the rest.</param>
/// <param name="changed">The name of the decision to change.</param>
/// <param name="random">The stream to draw from.</param>
public sealed class ChangingChoices(IndexedChoices others, string changed, Random random) : IndexedChoices
{
    /// <inheritdoc/>
    protected internal override int Choose(string name, IReadOnlyList<string> options)
    {
        var answer = others.Choose(name, options);
        return name == changed && options.Count > 1
            ? (answer + 1 + random.Next(options.Count - 1)) % options.Count
            : answer;
    }
}
