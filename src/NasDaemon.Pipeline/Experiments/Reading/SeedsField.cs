using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Experiments.Reading;

/// <summary>A number of seeds, or the seeds themselves.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
internal sealed class SeedsField(string name, string summary) : ValueField<SeedList>(name, summary)
{
    private const int Most = 10_000;

    /// <inheritdoc/>
    public override string Type => "whole number, or list";

    /// <inheritdoc/>
    public override string Range => string.Create(CultureInfo.InvariantCulture, $"1 to {Most:N0}, or different seeds of 0 to {int.MaxValue:N0}");

    /// <inheritdoc/>
    public override string Expectation => string.Create(CultureInfo.InvariantCulture, $"a whole number, 1 to {Most:N0}, or a list of different seeds, as [0, 1, 2]");

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Most },
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = int.MaxValue },
                ["minItems"] = 1,
                ["maxItems"] = Most,
                ["uniqueItems"] = true,
            }),
    };

    /// <inheritdoc/>
    protected override string Write(SeedList value) => value.Count is { } count
        ? count.ToString(CultureInfo.InvariantCulture)
        : $"[{string.Join(", ", value.Seeds.Select(seed => seed.ToString(CultureInfo.InvariantCulture)))}]";

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out SeedList value)
    {
        value = null;
        if (Number(node) is >= 1 and <= Most and var count)
        {
            value = new SeedList(count, []);
        }
        else if (node is YamlList { Items: { Length: > 0 and <= Most } items } && items.All(item => Number(item) is >= 0))
        {
            ImmutableArray<int> seeds = [.. items.Select(item => Number(item)!.Value)];
            value = seeds.Distinct().Count() == seeds.Length ? new SeedList(null, seeds) : null;
        }

        return value is not null;
    }

    private static int? Number(YamlNode node) =>
        node is YamlText { IsPlain: true } text && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>How many seeds, or which.</summary>
/// <param name="Count">How many; null where they are listed.</param>
/// <param name="Seeds">Which; empty where there is a number.</param>
internal sealed record SeedList(int? Count, ImmutableArray<int> Seeds)
{
    /// <summary>The seeds.</summary>
    /// <param name="first">The first of a number of seeds.</param>
    public ImmutableArray<int> From(int first) => Count is { } count ? [.. Enumerable.Range(first, Math.Min(count, int.MaxValue - first))] : Seeds;
}
