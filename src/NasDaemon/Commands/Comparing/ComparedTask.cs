using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Commands.Comparing;

/// <summary>A task, or a part of an experiment, as it is compared with others.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Best">Its best network; null where it has none.</param>
/// <param name="Trainings">Trainings of the search, or of all runs; those whose results were taken over among them.</param>
/// <param name="Reused">Of those, taken over from another task or run.</param>
/// <param name="SearchSeconds">How long the search, or all runs, have taken.</param>
/// <param name="Datasets">The data sets that it was trained on.</param>
/// <param name="Recipes">The recipes of its trainings, without their seeds.</param>
/// <param name="Figures">The accuracies that stand for it.</param>
internal sealed record ComparedTask(
    string Id,
    TaskState State,
    ComparedBest? Best,
    int Trainings,
    int Reused,
    double SearchSeconds,
    ImmutableSortedSet<string> Datasets,
    ImmutableSortedSet<string> Recipes,
    ImmutableArray<double> Figures)
{
    /// <summary>Where whole experiments are compared, the arm that this is: it is compared with the same arm of the others only.</summary>
    public string? Arm { get; init; }
}

/// <summary>The best network of a task: the one that the validation samples chose.</summary>
/// <param name="Validation">Its accuracy on the validation samples.</param>
/// <param name="Test">Its accuracy on the test samples; null where it was not tested.</param>
/// <param name="TestInterval">Where that lies with 95 % confidence, by Wilson; null where it is not known on how many samples it was counted.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record ComparedBest(double? Validation, double? Test, ConfidenceInterval? TestInterval, long? Parameters);
