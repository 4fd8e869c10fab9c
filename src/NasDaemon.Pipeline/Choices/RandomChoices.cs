namespace NasDaemon.Pipeline.Choices;

/// <summary>Takes every option with equal chance.</summary>
/// <param name="random">The stream to draw from.</param>
public sealed class RandomChoices(Random random) : IndexedChoices
{
    /// <inheritdoc/>
    protected internal override int Choose(string name, IReadOnlyList<string> options) => random.Next(options.Count);
}
