using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Branching;

/// <summary>What a numbered layer of a branching network gives: its sizes, and how far it is reduced from the stem's.</summary>
/// <param name="Map">Its sizes.</param>
/// <param name="Level">How often the sides were halved since the stem.</param>
internal sealed record LayerOutput(FeatureMap Map, int Level);

/// <summary>Joins a skip with a layer, by addition or concatenation.</summary>
internal static class Junction
{
    private const string Add = "add";
    private const string Concatenate = "concatenate";

    /// <summary>Asks for a layer's skip and writes the layer's step.</summary>
    /// <param name="choices">Who answers.</param>
    /// <param name="source">Gets modules and step.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="outputs">What the stem and the earlier layers give, by number.</param>
    /// <param name="own">What the layer itself gives.</param>
    /// <returns>What the layer gives with its skip.</returns>
    public static LayerOutput Write(
        IChoices choices, NetworkSource source, int layer, IReadOnlyList<LayerOutput> outputs, LayerOutput own)
    {
        var step = $"self.layer{layer}(x{layer - 1})";
        var join = choices.Pick($"layer {layer}/skip", ["none", Add, Concatenate]);
        if (join == "none")
        {
            source.Step($"x{layer} = {step}");
            return own;
        }

        var from = choices.Integer($"layer {layer}/skip from", 0, layer - 1);
        var stride = 1 << (own.Level - outputs[from].Level);
        var channels = outputs[from].Map.Channels;
        if (join == Add)
        {
            var added = AddFit(source, layer, from, channels, own.Map.Channels, stride);
            source.Step($"x{layer} = {step} + {added}");
            return own;
        }

        var appended = stride == 1 ? $"x{from}" : Fit(source, layer, from, Pool(stride));
        source.Step($"x{layer} = torch.cat([{step}, {appended}], dim=1)");
        return own with { Map = own.Map with { Channels = own.Map.Channels + channels } };
    }

    private static string AddFit(NetworkSource source, int layer, int from, int channels, int wanted, int stride)
    {
        if (channels == wanted)
        {
            return stride == 1 ? $"x{from}" : Fit(source, layer, from, Pool(stride));
        }

        source.Use(Projection.Class);
        return Fit(source, layer, from, Projection.Make(channels, wanted, stride));
    }

    private static string Fit(NetworkSource source, int layer, int from, string module)
    {
        source.Module($"skip{layer}", module);
        return $"self.skip{layer}(x{from})";
    }

    private static string Pool(int stride) => $"nn.AvgPool2d({stride}, ceil_mode=True)";
}
