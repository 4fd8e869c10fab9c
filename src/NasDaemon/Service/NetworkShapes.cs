using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Service;

/// <summary>Knows what the networks of a task read and return.</summary>
internal static class NetworkShapes
{
    /// <summary>The shape of a task's networks.</summary>
    /// <param name="task">The task.</param>
    /// <param name="datasets">The providers; one of them knows the task's data set.</param>
    /// <returns>The shape.</returns>
    public static NetworkShape Of(SearchTask task, ImmutableArray<IDatasetProvider> datasets)
    {
        var info = datasets.SelectMany(provider => provider.Datasets).First(dataset => dataset.Name == task.Dataset.Name);
        var classes = task.Dataset.Classes.IsEmpty ? info.Classes.Length : task.Dataset.Classes.Length;
        return new NetworkShape(info.SampleShape, task.Training.Loss == LossKind.BinaryCrossEntropy ? 1 : classes);
    }
}
