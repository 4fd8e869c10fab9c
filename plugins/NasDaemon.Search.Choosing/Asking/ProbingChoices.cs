using System.Globalization;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Choosing.Asking;

/// <summary>
/// Gives answers that are known, and notes the first decision that has none; from there on it answers with anything. Building again
/// with one more answer brings the next decision: so a space can be asked step by step although it asks all at once.
/// </summary>
/// <param name="answers">The known answers by the decision's name.</param>
internal sealed class ProbingChoices(IReadOnlyDictionary<string, string> answers) : IChoices
{
    /// <summary>The first decision without an answer; null where every decision had one.</summary>
    public OpenDecision? Open { get; private set; }

    /// <inheritdoc/>
    public string Pick(string name, IReadOnlyList<string> options) => options[Choose(name, options)];

    /// <inheritdoc/>
    public int Integer(string name, int minimum, int maximum, int step = 1)
    {
        var count = ((maximum - minimum) / step) + 1;
        string[] options = [.. Enumerable.Range(0, count).Select(index => (minimum + (index * step)).ToString(CultureInfo.InvariantCulture))];
        return minimum + (step * Choose(name, options));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations(string name, IReadOnlyList<string> operations) => [operations[Choose(name, operations)]];

    private int Choose(string name, IReadOnlyList<string> options)
    {
        if (answers.TryGetValue(name, out var answer) && options.ToList().IndexOf(answer) is >= 0 and var index)
        {
            return index;
        }

        Open ??= new OpenDecision(name, options);
        return 0;
    }
}
