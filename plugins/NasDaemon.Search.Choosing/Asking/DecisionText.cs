using System.Globalization;
using System.Text;

namespace NasDaemon.Search.Choosing.Asking;

/// <summary>Writes what is put to the model: known networks as lists of decisions under their results, then the decisions of the next one.</summary>
internal static class DecisionText
{
    /// <summary>What stands first.</summary>
    /// <param name="dataset">The data set's name.</param>
    /// <returns>One line.</returns>
    public static string Title(string dataset) => $"Neural networks for {dataset}, each better than those above it.\n";

    /// <summary>A known network.</summary>
    /// <param name="network">The network.</param>
    /// <returns>Its result and its decisions, a line each.</returns>
    public static string Known(KnownNetwork network)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"\nAccuracy {100 * network.Accuracy:0.00} %\n"));
        foreach (var answer in network.Answers.Answers)
        {
            text.Append(Taken(answer.Name, answer.Text));
        }

        return text.ToString();
    }

    /// <summary>What stands above the decisions of the network that is made now.</summary>
    /// <param name="best">The best accuracy so far; null where nothing is known.</param>
    /// <returns>One line under an empty one.</returns>
    public static string Next(double? best) => best is { } accuracy
        ? string.Create(CultureInfo.InvariantCulture, $"\nAccuracy above {100 * accuracy:0.00} %\n")
        : "\nA network of high accuracy\n";

    /// <summary>What stands between a parent and the decision that is changed.</summary>
    public const string Change = "\nHigher accuracy with one change\n";

    /// <summary>A decision that was taken.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="option">The option.</param>
    /// <returns>One line.</returns>
    public static string Taken(string name, string option) => $"{name}:{Answer(option)}";

    /// <summary>The question for a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>The beginning of its line, with the options before it.</returns>
    public static string Question(OpenDecision decision) => $"({string.Join(", ", decision.Options)})\n{decision.Name}:";

    /// <summary>An option as it ends the line of its decision.</summary>
    /// <param name="option">The option.</param>
    /// <returns>The rest of the line.</returns>
    public static string Answer(string option) => $" {option}\n";

    /// <summary>The text for calibration: the same form without any content.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>The text.</returns>
    public static string WithoutContent(OpenDecision decision) => $"N/A\n\nN/A\nN/A: N/A\n{Question(decision)}";
}
