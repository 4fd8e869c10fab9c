using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Commands.Comparing;

/// <summary>A task as it is compared with others.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Best">Its best network; null where it has none.</param>
/// <param name="Trainings">Trainings of the search, or of all runs of an experiment.</param>
/// <param name="SearchSeconds">How long the search has taken.</param>
/// <param name="Datasets">The data sets that it was trained on.</param>
/// <param name="Recipes">The recipes of its trainings, without their seeds.</param>
/// <param name="Figures">The accuracies that stand for it.</param>
internal sealed record ComparedTask(
    string Id,
    TaskState State,
    ComparedBest? Best,
    int Trainings,
    double SearchSeconds,
    ImmutableSortedSet<string> Datasets,
    ImmutableSortedSet<string> Recipes,
    ImmutableArray<double> Figures);

/// <summary>The best network of a task: the one that the validation samples chose.</summary>
/// <param name="Validation">Its accuracy on the validation samples.</param>
/// <param name="Test">Its accuracy on the test samples; null where it was not tested.</param>
/// <param name="TestInterval">Where that lies with 95 % confidence, by Wilson; null where it is not known on how many samples it was counted.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record ComparedBest(double? Validation, double? Test, ConfidenceInterval? TestInterval, long? Parameters);
