namespace NasDaemon.Abstractions.Randomness;

/// <summary>
/// Randomness by purpose. Every (purpose, index) names its own stream, derived from the task's seed alone, so that a
/// restart needs no random state: asking for the same purpose and index again gives the same numbers.
/// </summary>
public interface IRandomStreams
{
    /// <summary>Opens a stream at its beginning.</summary>
    /// <param name="purpose">What the numbers are for, e.g. <c>evolution/mutate</c>.</param>
    /// <param name="index">Which use of it, e.g. the number of the proposal. At least 0.</param>
    /// <returns>A generator that nobody else shares.</returns>
    Random Open(string purpose, long index = 0);
}
