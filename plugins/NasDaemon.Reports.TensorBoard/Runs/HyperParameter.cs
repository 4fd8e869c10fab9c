using System.Globalization;

namespace NasDaemon.Reports.TensorBoard.Runs;

/// <summary>Something that sets a training apart from others: a number, or a text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">The number; null where it is a text.</param>
/// <param name="Text">The text; empty where it is a number.</param>
internal sealed record HyperParameter(string Name, double? Number, string Text)
{
    /// <summary>A number.</summary>
    public static HyperParameter Of(string name, double number) => new(name, number, string.Empty);

    /// <summary>A text; one that is a number is taken as such, so that it has an axis.</summary>
    public static HyperParameter Of(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Of(name, number)
            : new HyperParameter(name, null, text);
}
