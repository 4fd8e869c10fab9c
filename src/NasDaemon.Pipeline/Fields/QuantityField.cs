using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A large count, with a suffix where one likes: <c>2M</c>, <c>500 MB</c>.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="minimum">The smallest legal value.</param>
/// <param name="maximum">The largest legal value.</param>
/// <param name="isBytes">Whether it counts bytes, so that suffixes may end in B or iB.</param>
internal sealed class QuantityField(string name, string summary, long minimum, long maximum, bool isBytes) : ValueField<long>(name, summary)
{
    /// <inheritdoc/>
    public override string Type => isBytes ? "size" : "count";

    /// <inheritdoc/>
    public override string Range => $"{Write(minimum)} to {Write(maximum)}";

    /// <inheritdoc/>
    public override string Expectation => isBytes
        ? $"a size from {Range}, as 500 MB, 2G or a number of bytes"
        : $"a count from {Range}, as 200k, 2M or 2000000";

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(new JsonObject
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "number", ["minimum"] = minimum, ["maximum"] = maximum },
            new JsonObject { ["type"] = "string", ["pattern"] = isBytes ? @"^[0-9.]+\s*([kKMGT](i?B)?|B)?$" : @"^[0-9.]+\s*[kKMGT]?$" }),
    });

    /// <inheritdoc/>
    protected override string Write(long value)
    {
        var (factor, suffix) = value switch
        {
            >= 1_000_000_000_000 when value % 1_000_000_000_000 == 0 => (1_000_000_000_000, "T"),
            >= 1_000_000_000 when value % 1_000_000_000 == 0 => (1_000_000_000, "G"),
            >= 1_000_000 when value % 1_000_000 == 0 => (1_000_000, "M"),
            >= 1_000 when value % 1_000 == 0 => (1_000, "k"),
            _ => (1L, string.Empty),
        };
        var unit = isBytes ? $" {suffix}B" : suffix;
        return (value / factor).ToString(CultureInfo.InvariantCulture) + unit;
    }

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out long value)
    {
        value = 0;
        if (node is not YamlText text)
        {
            return false;
        }

        var digits = text.Value.AsSpan().Trim().TrimEnd("kKMGTiB");
        var suffix = text.Value.AsSpan().Trim()[digits.Length..];
        if (Factor(suffix.ToString()) is not { } factor || !Numbers.TryRead(digits.TrimEnd(), out var number))
        {
            return false;
        }

        var product = number * factor;
        if (product < minimum || product > maximum)
        {
            return false;
        }

        value = (long)product;
        return true;
    }

    private double? Factor(string suffix)
    {
        var isBinary = suffix.EndsWith("iB", StringComparison.Ordinal);
        var scale = isBytes ? suffix[..^(isBinary ? 2 : suffix.EndsWith('B') ? 1 : 0)] : suffix;
        var step = isBinary ? 1024d : 1000d;
        return scale switch
        {
            "" when !isBinary => 1,
            "k" or "K" => step,
            "M" => step * step,
            "G" => step * step * step,
            "T" => step * step * step * step,
            _ => null,
        };
    }
}
