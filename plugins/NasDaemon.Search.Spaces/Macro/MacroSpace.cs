using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Macro;

/// <summary>The 6,561 networks of NAS-Bench-Macro: eight layers, each one of three blocks.</summary>
/// <remarks>Su et al., "Prioritized Architecture Sampling with Monto-Carlo Tree Search", CVPR 2021, section 5.</remarks>
internal sealed class MacroSpace : ISearchSpace
{
    private const int FirstWidth = 32;
    private const int LastWidth = 1280;
    private const string Identity = "id";
    private const string Small = "ir_3x3_t3";

    // Layers of each stage; the first of a stage halves the sides and doubles the channels.
    private static readonly ImmutableArray<int> Stages = [2, 3, 3];
    private static readonly ImmutableArray<string> Operations = [Identity, Small, "ir_5x5_t6"];

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "nas-bench-macro",
        "The networks of NAS-Bench-Macro as published: eight layers of three blocks, 6,561 networks.",
        []);

    /// <inheritdoc/>
    public string Build(IChoices choices, NetworkShape shape)
    {
        var input = FeatureMap.Of(shape);
        var source = new NetworkSource(input.Sides.Length, [$"A NAS-Bench-Macro network for inputs of {input} and {shape.Outputs} outputs."]);
        source.Sequence("stem", [$"nn.Conv2d({input.Channels}, {FirstWidth}, 3, padding=1, bias=False)", $"nn.BatchNorm2d({FirstWidth})", "nn.ReLU()"]);
        source.Sequence("layers", [.. Layers(choices, source)]);
        var width = FirstWidth << Stages.Length;
        source.Sequence(
            "head",
            [$"nn.Conv2d({width}, {LastWidth}, 1, bias=False)", $"nn.BatchNorm2d({LastWidth})", "nn.ReLU()", .. Head.Plain(LastWidth, shape.Outputs)]);
        source.Step("x = self.stem(x)");
        source.Step("x = self.layers(x)");
        source.Step("return self.head(x)");
        return source.Write();
    }

    private static IEnumerable<string> Layers(IChoices choices, NetworkSource source)
    {
        var (layer, width) = (0, FirstWidth);
        foreach (var layers in Stages)
        {
            for (var index = 0; index < layers; index++)
            {
                var operation = choices.Pick($"layer {++layer}", Operations);
                var outputs = index == 0 ? 2 * width : width;
                yield return Layer(operation, width, outputs, source);
                width = outputs;
            }
        }
    }

    private static string Layer(string operation, int inputs, int outputs, NetworkSource source)
    {
        if (operation == Identity && inputs == outputs)
        {
            return "nn.Identity()";
        }

        source.Use(operation == Identity ? Projection.Class : InvertedResidual.Class);
        return operation switch
        {
            Identity => $"Projection({inputs}, {outputs})",
            Small => $"InvertedResidual({inputs}, {outputs}, 3, 3)",
            _ => $"InvertedResidual({inputs}, {outputs}, 6, 5)",
        };
    }
}
