using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Chains;

/// <summary>Plain convolutional networks: a stem, stages of convolutions with a halving of the sides between them, and a small head.</summary>
/// <param name="options">The options.</param>
internal sealed class ChainSpace(ChainOptions options) : ISearchSpace
{
    private const string ReduceByStride = "stride";

    private readonly WidthScale _widths = new(options.BaseWidth, Math.Max(1, options.BaseWidth / 2));

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "chain",
        "Plain convolutional networks: stages of convolutions, one after the other.",
        ChainOptions.Definitions);

    /// <inheritdoc/>
    public string Build(IChoices choices, NetworkShape shape)
    {
        var input = FeatureMap.Of(shape);
        var activation = choices.Pick("activation", LayerKind.Activations);
        var stages = choices.Integer("stages", Math.Min(2, options.MaximumStages), options.MaximumStages);
        var source = new NetworkSource(input.Sides.Length, $"A chain of {stages} stages for inputs of {input} and {shape.Outputs} outputs.");
        source.Use(ConvUnit.With(activation));

        var features = new List<string>();
        var map = AddStem(choices, input, features);
        for (var stage = 1; stage <= stages; stage++)
        {
            map = AddStage(choices, source, activation, stage, map, features);
        }

        source.Sequence("features", features);
        AddHead(choices, source, activation, map, shape.Outputs);
        source.Step("return self.classifier(self.features(x))");
        return source.Write();
    }

    private FeatureMap AddStem(IChoices choices, FeatureMap input, List<string> features)
    {
        var reduction = Stem.Reduction(input, options.Resolution);
        var width = _widths.Ask(choices, "stem/width", 0);
        var kernel = choices.Integer("stem/kernel", 3, 5, 2);
        features.AddRange(Stem.Make(input, width, Stem.Plan(reduction, kernel)));
        return input.Through(width, reduction);
    }

    private FeatureMap AddStage(
        IChoices choices, NetworkSource source, string activation, int stage, FeatureMap map, List<string> features)
    {
        var width = _widths.Ask(choices, $"stage {stage}/width", stage - 1);
        var layers = choices.Integer($"stage {stage}/layers", 1, options.MaximumLayers);
        var stride = 1;
        if (stage > 1 && map.LongestSide > 1)
        {
            var reduce = choices.Pick($"stage {stage}/reduce", ["max pool", "average pool", ReduceByStride]);
            if (reduce == ReduceByStride)
            {
                stride = 2;
            }
            else
            {
                features.Add(reduce == "max pool" ? "nn.MaxPool2d(2, ceil_mode=True)" : "nn.AvgPool2d(2, ceil_mode=True)");
                map = map.Through(map.Channels, 2);
            }
        }

        for (var layer = 1; layer <= layers; layer++)
        {
            var kind = LayerKind.Named(choices.Pick($"stage {stage}/layer {layer}", LayerKind.Names));
            features.Add(kind.Make(source, activation, map.Channels, width, stride));
            map = map.Through(width, stride);
            stride = 1;
        }

        return map;
    }

    private static void AddHead(IChoices choices, NetworkSource source, string activation, FeatureMap map, int outputs)
    {
        // A pooled map of two by two keeps a little of where things are, which few epochs profit from.
        var side = map.LongestSide > 1 ? choices.Integer("head/pool", 1, 2) : 1;
        var inputs = map.Channels * (int)Math.Pow(side, map.Sides.Length);
        var hidden = choices.Pick("head/hidden", ["none", "64", "128"]);
        var dropout = choices.Pick("head/dropout", ["0", "0.1", "0.3"]);

        var head = new List<string> { $"nn.AdaptiveAvgPool2d({side})", "nn.Flatten()" };
        if (hidden != "none")
        {
            head.AddRange([$"nn.Linear({inputs}, {hidden})", $"nn.{activation}()"]);
        }

        if (dropout != "0")
        {
            head.Add($"nn.Dropout({dropout})");
        }

        head.Add($"nn.Linear({(hidden == "none" ? inputs : hidden)}, {outputs})");
        source.Sequence("classifier", head);
    }
}
