using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Graphs;

namespace NasDaemon.Pipeline.Candidates;

/// <summary>Holds a network against a task's constraints.</summary>
internal static class ConstraintCheck
{
    private static readonly Failure Untrainable = new(
        FailureClass.WrongOutput,
        "The network has no parameters, so there is nothing to train.",
        Hint: "Layers are parts of a network where __init__ gives them to self; those that forward makes are new each time.");

    /// <summary>The first constraint that the network exceeds, with both figures, or that it has nothing to train; null where it keeps to all.</summary>
    public static Failure? Violation(Architecture architecture, Constraints constraints, TrainingSettings training) =>
        (architecture.ParameterCount == 0 ? Untrainable : null)
        ?? Exceeds("parameters", architecture.ParameterCount, constraints.MaximumParameters)
        ?? Exceeds("floating-point operations a sample", architecture.Flops, constraints.MaximumFlops)
        ?? Exceeds("bytes of memory in training", MemoryBytes(architecture, constraints, training), constraints.MaximumMemoryBytes);

    /// <summary>The constraint that a network with so many parameters exceeds; null where there is none.</summary>
    public static Failure? Violation(long parameters, Constraints constraints) => Exceeds("parameters", parameters, constraints.MaximumParameters);

    private static long MemoryBytes(Architecture architecture, Constraints constraints, TrainingSettings training) =>
        constraints.MaximumMemoryBytes is null ? 0 : TrainingMemory.Estimate(architecture, training.BatchSize, OptimizerSlots(training.Optimizer));

    /// <summary>Numbers that the optimizer keeps for each parameter.</summary>
    private static int OptimizerSlots(OptimizerSettings optimizer) => optimizer switch
    {
        SgdSettings { Momentum: 0 } => 0,
        SgdSettings => 1,
        _ => 2,
    };

    private static Failure? Exceeds(string what, long figure, long? limit) => figure > limit
        ? new Failure(
            FailureClass.ConstraintExceeded,
            string.Create(CultureInfo.InvariantCulture, $"The network has {figure:N0} {what}; the task allows {limit.Value:N0}."))
        : null;
}
