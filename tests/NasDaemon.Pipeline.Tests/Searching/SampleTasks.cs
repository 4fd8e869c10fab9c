using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Tests.Searching;

/// <summary>Tasks and networks for tests.</summary>
internal static class SampleTasks
{
    /// <summary>A task of three epochs a network.</summary>
    public static SearchTask Task(int trials = 4, int epochs = 3, int finalists = 1) => new(
        "sample",
        "",
        new DatasetSelection("mnist", [], 0.1, 1),
        new ComponentSelection("listed", OptionValues.None),
        new ComponentSelection("listed", OptionValues.None),
        new ComponentSelection("full", OptionValues.None),
        new ComponentSelection("libtorch", OptionValues.None),
        new Constraints(null, null, null),
        Training(epochs),
        new Budget(trials, null, null),
        new FinalSettings(finalists, 2),
        7);

    /// <summary>Plain training.</summary>
    public static TrainingSettings Training(int epochs) => new(
        epochs,
        64,
        new SgdSettings(0.1, 0, 0.9, false),
        new ScheduleSettings(ScheduleKind.Cosine, 0, 1, 1, 0),
        LossKind.CrossEntropy,
        0,
        null,
        Precision.Float32,
        new AugmentationSettings(0, false, true));

    /// <summary>A network of one linear layer without bias, and behind it an elementwise function.</summary>
    /// <param name="inputs">The layer's inputs; they make the difference between networks.</param>
    public static Architecture Network(int inputs) => new(
        [new TensorType([Dimension.Batch, inputs])],
        [
            new GraphNode(
                "linear",
                [
                    new NamedArgument("input", new InputArgument(0)),
                    new NamedArgument("weight", new StateArgument("layer.weight")),
                    new NamedArgument("bias", new NoneArgument()),
                ],
                [new TensorType([Dimension.Batch, 10])],
                "layer",
                1,
                new OperatorCost(20 * inputs, 10)),
        ],
        new ValueArgument(0),
        new TensorType([Dimension.Batch, 10]),
        [new StateEntry("layer.weight", [10, inputs], ElementType.Float32, true, true, true, new UniformInitialisation(-0.1, 0.1))],
        ImmutableSortedDictionary<string, string>.Empty);
}
