using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A length of time: <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="minimum">The shortest legal value.</param>
/// <param name="maximum">The longest legal value.</param>
internal sealed partial class DurationField(string name, string summary, TimeSpan minimum, TimeSpan maximum) : ValueField<TimeSpan>(name, summary)
{
    private const string Pattern = @"^(?=.)((?<d>[0-9]{1,5})\s*d)?\s*((?<h>[0-9]{1,6})\s*h)?\s*((?<m>[0-9]{1,7})\s*m)?\s*((?<s>[0-9]{1,8}(\.[0-9]{1,3})?)\s*s)?$";

    /// <inheritdoc/>
    public override string Type => "duration";

    /// <inheritdoc/>
    public override string Range => $"{Write(minimum)} to {Write(maximum)}";

    /// <inheritdoc/>
    public override string Expectation => $"a duration from {Range}, as 90s, 30m or 1h30m";

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(new JsonObject
    {
        ["type"] = "string",
        ["pattern"] = @"^([0-9]+\s*d)?\s*([0-9]+\s*h)?\s*([0-9]+\s*m)?\s*([0-9]+(\.[0-9]+)?\s*s)?$",
    });

    /// <inheritdoc/>
    protected override string Write(TimeSpan value)
    {
        var parts = new[] { (value.Days, "d"), (value.Hours, "h"), (value.Minutes, "m") }
            .Where(part => part.Item1 > 0)
            .Select(part => part.Item1.ToString(CultureInfo.InvariantCulture) + part.Item2);
        var seconds = value.Seconds + (value.Milliseconds / 1000d);
        return string.Concat(seconds > 0 ? parts.Append(seconds.ToString(CultureInfo.InvariantCulture) + "s") : parts);
    }

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out TimeSpan value)
    {
        value = default;
        if (node is not YamlText text || Form().Match(text.Value.Trim()) is not { Success: true } match)
        {
            return false;
        }

        var seconds = (Part(match, "d") * 86_400) + (Part(match, "h") * 3_600) + (Part(match, "m") * 60) + Part(match, "s");
        if (seconds < minimum.TotalSeconds || seconds > maximum.TotalSeconds)
        {
            return false;
        }

        value = TimeSpan.FromSeconds(seconds);
        return true;
    }

    private static double Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Form();
}
