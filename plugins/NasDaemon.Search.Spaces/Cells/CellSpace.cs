using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Layers;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>The 15,625 cells of NAS-Bench-201, stacked as published.</summary>
/// <param name="options">The options.</param>
/// <remarks>
/// Dong and Yang, "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search", ICLR 2020, section 2.1.
/// The networks compute what the published ones compute. Operations that the cell's output does not depend on are left out,
/// so such a cell has fewer parameters than its entry in the benchmark.
/// </remarks>
internal sealed class CellSpace(CellOptions options) : ISearchSpace
{
    private const int Stages = 3;

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "cell",
        "The cell of NAS-Bench-201: 4 nodes, 5 operations, 15,625 cells, stacked in three stages.",
        CellOptions.Definitions);

    /// <inheritdoc/>
    public string Build(IChoices choices, NetworkShape shape)
    {
        var input = FeatureMap.Of(shape);
        var plan = CellPlan.Ask(choices);
        var source = new NetworkSource(
            input.Sides.Length,
            [$"A NAS-Bench-201 network for inputs of {input} and {shape.Outputs} outputs.", "Its cell:", .. plan.Notation])
        {
            ForwardArguments = plan.IsSupernet ? "x, weights" : "x",
        };

        var reduction = Stem.Reduction(input, options.Resolution);
        var stem = input.Through(options.Width, reduction);
        source.Use(ResidualBlock.Write(HasOddSides(stem)));
        source.Use(CellClass.Write(plan));
        source.Sequence("stem", StemModules(input, reduction));
        source.Step("x = self.stem(x)");
        for (var stage = 1; stage <= Stages; stage++)
        {
            AddStage(source, plan, stage);
        }

        var channels = Channels(Stages);
        source.Sequence("head", [$"nn.BatchNorm2d({channels})", "nn.ReLU()", .. Head.Plain(channels, shape.Outputs)]);
        source.Step("return self.head(x)");
        return source.Write();
    }

    private IReadOnlyList<string> StemModules(FeatureMap input, int reduction)
    {
        var plan = Stem.Plan(reduction, kernel: 3);
        var stride = plan.Stride == 1 ? "" : $"{plan.Stride}, ";
        return
        [
            $"nn.Conv2d({input.Channels}, {options.Width}, {plan.Kernel}, {stride}padding={plan.Kernel / 2}, bias=False)",
            $"nn.BatchNorm2d({options.Width})",
            .. plan.Pooling,
        ];
    }

    private void AddStage(NetworkSource source, CellPlan plan, int stage)
    {
        var cell = CellClass.TakesChannels(plan) ? $"Cell({Channels(stage)})" : "Cell()";
        var cells = Enumerable.Repeat(cell, options.Cells).ToList();
        if (plan.IsSupernet)
        {
            source.List($"stage{stage}", cells);
            source.Step($"for cell in self.stage{stage}:\n    x = cell(x, weights)");
        }
        else
        {
            source.Sequence($"stage{stage}", cells);
            source.Step($"x = self.stage{stage}(x)");
        }

        if (stage < Stages)
        {
            source.Module($"reduce{stage}", $"ResidualBlock({Channels(stage)}, {Channels(stage + 1)})");
            source.Step($"x = self.reduce{stage}(x)");
        }
    }

    private int Channels(int stage) => options.Width << (stage - 1);

    private static bool HasOddSides(FeatureMap stem) => stem.Sides.Concat(stem.Through(stem.Channels, 2).Sides).Any(side => side % 2 == 1);
}
