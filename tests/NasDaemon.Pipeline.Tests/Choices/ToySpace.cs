using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Tests.Choices;

/// <summary>A space whose later decisions depend on earlier ones; its source is the list of its answers.</summary>
internal sealed class ToySpace : ISearchSpace
{
    public static NetworkShape Shape { get; } = new([1, 8, 8], 2);

    public string Build(IChoices choices, NetworkShape shape)
    {
        var lines = new List<string> { choices.Pick("kind", ["flat", "deep", "wide"]) };
        if (lines[0] == "deep")
        {
            var depth = choices.Integer("depth", 2, 4);
            lines.AddRange(Enumerable.Range(1, depth).Select(layer => $"{layer}: {choices.Integer($"layer {layer}/width", 8, 35, 8)}"));
        }

        lines.AddRange(choices.Operations("operation", ["none", "conv", "pool"]));
        return string.Join('\n', lines);
    }
}
