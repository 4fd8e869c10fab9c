namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>Draws always the first option, so that a space can be walked through in order.</summary>
internal sealed class FirstOption : Random
{
    /// <inheritdoc/>
    public override int Next(int maxValue) => 0;

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => minValue;
}
