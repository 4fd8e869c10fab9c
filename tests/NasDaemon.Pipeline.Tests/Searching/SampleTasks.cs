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

    /// <summary>A network that reads one number: a linear layer to so many, and one from there to ten outputs, both without bias.</summary>
    /// <param name="width">The numbers between; they make the difference between networks.</param>
    public static Architecture Network(int width) => new(
        [new TensorType([Dimension.Batch, 1])],
        [Linear("first", new InputArgument(0), 1, width), Linear("second", new ValueArgument(0), width, 10)],
        new ValueArgument(1),
        new TensorType([Dimension.Batch, 10]),
        [Weight("first", 1, width), Weight("second", width, 10)],
        ImmutableSortedDictionary<string, string>.Empty);

    private static GraphNode Linear(string name, GraphArgument input, int inputs, int outputs) => new(
        "linear",
        [
            new NamedArgument("input", input),
            new NamedArgument("weight", new StateArgument(name + ".weight")),
            new NamedArgument("bias", new NoneArgument()),
        ],
        [new TensorType([Dimension.Batch, outputs])],
        name,
        1,
        new OperatorCost(2L * inputs * outputs, outputs));

    private static StateEntry Weight(string name, int inputs, int outputs) =>
        new(name + ".weight", [outputs, inputs], ElementType.Float32, true, true, true, new UniformInitialisation(-0.1, 0.1));
}
