using System.Globalization;

namespace NasDaemon.Pipeline.Choices;

/// <summary>The options of a decision about an integer, as text.</summary>
internal static class IntegerOptions
{
    /// <summary>Lists every integer that the decision allows.</summary>
    /// <param name="minimum">The smallest.</param>
    /// <param name="maximum">The largest; at least <paramref name="minimum"/>.</param>
    /// <param name="step">The distance between two; at least 1.</param>
    /// <returns>The integers as text, the smallest first.</returns>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static IReadOnlyList<string> Of(int minimum, int maximum, int step)
    {
        if (maximum < minimum || step < 1)
        {
            throw new ArgumentException($"The range from {minimum} to {maximum} in steps of {step} holds no integer.");
        }

        var count = ((maximum - minimum) / step) + 1;
        return [.. Enumerable.Range(0, count).Select(index => (minimum + (index * step)).ToString(CultureInfo.InvariantCulture))];
    }
}
