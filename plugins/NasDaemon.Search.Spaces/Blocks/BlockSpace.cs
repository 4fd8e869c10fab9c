using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Blocks;

/// <summary>Networks that stack the blocks of well-known convolutional networks.</summary>
/// <param name="options">The options.</param>
internal sealed class BlockSpace(BlockOptions options) : ISearchSpace
{
    private readonly WidthScale _widths = new(options.BaseWidth, BlockOptions.WidthUnit);

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "block",
        "Stacks of blocks from well-known networks: EfficientNet, GoogLeNet, RegNet, ResNet, ResNeXt, ShuffleNet, Wide-ResNet.",
        BlockOptions.Definitions);

    /// <inheritdoc/>
    public string Build(IChoices choices, NetworkShape shape)
    {
        var input = FeatureMap.Of(shape);
        var blocks = choices.Integer("blocks", BlockOptions.MinimumBlocks, options.MaximumBlocks);
        var source = new NetworkSource(
            input.Sides.Length, $"{blocks} blocks of well-known networks for inputs of {input} and {shape.Outputs} outputs.");

        source.Use(ConvUnit.WithReLU);
        var reduction = Stem.Reduction(input, options.Resolution);
        var width = _widths.Ask(choices, "stem/width", 0);
        source.Sequence("stem", Stem.Make(input, width, Stem.Plan(reduction, kernel: 3)));
        var map = AddBlocks(choices, source, blocks, input.Through(width, reduction));
        source.Sequence("head", Head.Plain(map.Channels, shape.Outputs));
        source.Step("return self.head(self.blocks(self.stem(x)))");
        return source.Write();
    }

    private FeatureMap AddBlocks(IChoices choices, NetworkSource source, int blocks, FeatureMap stem)
    {
        var map = stem;
        var level = 0;
        var expressions = new List<string>();
        for (var number = 1; number <= blocks; number++)
        {
            var block = BlockCatalogue.Named(choices.Pick($"block {number}", BlockCatalogue.Names));
            var placed = block.Place(new BlockSite(choices, number, map, level, _widths));
            foreach (var helper in placed.Classes)
            {
                source.Use(helper);
            }

            expressions.Add(placed.Expression);
            level += placed.Output.LongestSide < map.LongestSide ? 1 : 0;
            map = placed.Output;
        }

        source.Sequence("blocks", expressions);
        return map;
    }
}
