using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>Turns a network that copies a shown one off its way, at a number that the writer is free to choose.</summary>
/// <param name="prompt">The prompt that shows networks.</param>
/// <param name="seed">Decides at which layer, and where in a line, so that networks written from one prompt turn in other places.</param>
internal sealed partial class Divergence(ChatPrompt prompt, long seed)
{
    /// <summary>How often a line is turned before it may stay a copy.</summary>
    public const int MostTurns = 6;

    private readonly ShownNetworks _shown = new(prompt, seed);
    private int _turns;

    /// <summary>What is wrong with a network that has been a copy for too long.</summary>
    /// <param name="code">The code so far.</param>
    /// <param name="line">Its last line.</param>
    /// <returns>The failure; null where it differs, or where the line leaves no choice.</returns>
    public Failure? Reproach(string code, string line) => Choices().IsMatch(line) ? _shown.Reproach(code) : null;

    /// <summary>Chooses where a line turns.</summary>
    /// <param name="line">A line that was reproached.</param>
    /// <returns>How many characters of it stay.</returns>
    public int Turn(string line)
    {
        var choices = Choices().Matches(line);
        return choices[(int)(((ulong)seed + (ulong)_turns++) % (ulong)choices.Count)].Index;
    }

    // Outputs, kernels and rates. The first argument of most layers follows from the shapes, a padding from the kernel; without its pooling a network is soon too large.
    [GeneratedRegex(@"(?<=, ?)\d+(?![\d.])|(?<=\b0\.)\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Choices();
}
