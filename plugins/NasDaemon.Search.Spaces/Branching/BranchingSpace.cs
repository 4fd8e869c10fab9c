using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Branching;

/// <summary>Convolutional networks in which each layer may take in the output of any earlier one, added or concatenated.</summary>
/// <param name="options">The options.</param>
internal sealed class BranchingSpace(BranchingOptions options) : ISearchSpace
{
    // Maps of fewer pixels a side leave a 3×3 kernel nothing to see.
    private const int SmallestSideToHalve = 4;

    private readonly WidthScale _widths = new(options.BaseWidth, Math.Max(1, options.BaseWidth / 2));

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "branching",
        "Convolutional networks with skips from any earlier layer, by addition or concatenation.",
        BranchingOptions.Definitions);

    /// <inheritdoc/>
    public string Build(IChoices choices, NetworkShape shape)
    {
        var input = FeatureMap.Of(shape);
        var activation = choices.Pick("activation", LayerKind.Activations);
        var layers = choices.Integer("layers", BranchingOptions.MinimumLayers, options.MaximumLayers);
        var source = new NetworkSource(
            input.Sides.Length, $"{layers} layers with skips for inputs of {input} and {shape.Outputs} outputs.");

        source.Use(ConvUnit.With(activation));
        var outputs = new List<LayerOutput> { AddStem(choices, source, input) };
        for (var layer = 1; layer <= layers; layer++)
        {
            var own = AddLayer(choices, source, activation, layer, outputs[^1]);
            outputs.Add(Junction.Write(choices, source, layer, outputs, own));
        }

        source.Sequence("head", Head.Plain(outputs[^1].Map.Channels, shape.Outputs));
        source.Step($"return self.head(x{layers})");
        return source.Write();
    }

    private LayerOutput AddStem(IChoices choices, NetworkSource source, FeatureMap input)
    {
        var width = _widths.Ask(choices, "stem/width", 0);
        var kernel = choices.Integer("stem/kernel", 3, 5, 2);
        var reduction = Stem.Reduction(input, options.Resolution);
        source.Sequence("stem", Stem.Make(input, width, Stem.Plan(reduction, kernel)));
        source.Step("x0 = self.stem(x)");
        return new LayerOutput(input.Through(width, reduction), 0);
    }

    private LayerOutput AddLayer(IChoices choices, NetworkSource source, string activation, int layer, LayerOutput input)
    {
        var kind = LayerKind.Named(choices.Pick($"layer {layer}/operation", LayerKind.Names));
        var stride = input.Map.LongestSide >= SmallestSideToHalve ? choices.Integer($"layer {layer}/stride", 1, 2) : 1;
        var level = input.Level + stride - 1;
        var width = _widths.Ask(choices, $"layer {layer}/width", level);
        source.Module($"layer{layer}", kind.Make(source, activation, input.Map.Channels, width, stride));
        return new LayerOutput(input.Map.Through(width, stride), level);
    }
}
