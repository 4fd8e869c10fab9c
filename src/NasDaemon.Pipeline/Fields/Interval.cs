using System.Globalization;
using System.Text.Json.Nodes;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A range of numbers.</summary>
/// <param name="Minimum">Where it begins.</param>
/// <param name="Maximum">Where it ends.</param>
/// <param name="IsMinimumIn">Whether its beginning belongs to it.</param>
/// <param name="IsMaximumIn">Whether its end belongs to it.</param>
internal sealed record Interval(double Minimum, double Maximum, bool IsMinimumIn = true, bool IsMaximumIn = true)
{
    /// <summary>The range in words.</summary>
    public string Words =>
        $"{(IsMinimumIn ? string.Empty : "above ")}{Show(Minimum)} to {(IsMaximumIn ? string.Empty : "below ")}{Show(Maximum)}";

    /// <summary>Whether a number is in the range.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True where it is.</returns>
    public bool Contains(double value) =>
        (IsMinimumIn ? value >= Minimum : value > Minimum) && (IsMaximumIn ? value <= Maximum : value < Maximum);

    /// <summary>The range as JSON schema.</summary>
    /// <returns>The schema.</returns>
    public JsonObject Schema() => new()
    {
        ["type"] = "number",
        [IsMinimumIn ? "minimum" : "exclusiveMinimum"] = Minimum,
        [IsMaximumIn ? "maximum" : "exclusiveMaximum"] = Maximum,
    };

    private static string Show(double value) =>
        value.ToString(Math.Abs(value) is 0 or (>= 1e-4 and < 1e12) ? "#,0.######" : "R", CultureInfo.InvariantCulture);
}
