using System.Collections.Immutable;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Commands.Comparing;

/// <summary>Tasks side by side.</summary>
/// <param name="Figure">Which accuracies stand for each task.</param>
/// <param name="Tasks">The tasks as they were named.</param>
/// <param name="Pairs">Each task against each that was named after it; of whole experiments, each arm against the same arm.</param>
internal sealed record Comparison(ComparedFigure Figure, ImmutableArray<ComparedTask> Tasks, ImmutableArray<ComparedPair> Pairs)
{
    /// <summary>Compares tasks. The pairs are one family of tests for the correction.</summary>
    /// <param name="figure">Which accuracies stand for each task.</param>
    /// <param name="tasks">The tasks.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Of(ComparedFigure figure, ImmutableArray<ComparedTask> tasks)
    {
        var pairs = (from first in tasks.Index()
                     from second in tasks.Skip(first.Index + 1)
                     where first.Item.Arm == second.Arm
                     select ComparedPair.Of(first.Item, second)).ToList();
        var corrected = HolmCorrection.Correct(pairs.ConvertAll(pair => pair.Test?.P));
        return new Comparison(figure, tasks, [.. pairs.Select((pair, index) => pair with { CorrectedP = corrected[index] })]);
    }
}

/// <summary>Which accuracies stand for a task.</summary>
internal enum ComparedFigure
{
    /// <summary>The validation accuracies of all networks that a search trained.</summary>
    Networks,

    /// <summary>The test accuracies of the runs of an experiment.</summary>
    RunsOnTest,

    /// <summary>The best validation accuracies of the runs of an experiment.</summary>
    RunsOnValidation,
}
