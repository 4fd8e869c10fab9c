namespace NasDaemon.Abstractions.Data;

/// <summary>Knows data sets by name, finds them in the data folder, and brings those that it can.</summary>
public interface IDatasetProvider
{
    /// <summary>The data sets it knows, whether they are present or not.</summary>
    IReadOnlyList<DatasetInfo> Datasets { get; }

    /// <summary>Opens a data set.</summary>
    /// <param name="name">One of the names of <see cref="Datasets"/>.</param>
    /// <returns>The data set, or why it cannot be used and what to do about it.</returns>
    DatasetResult Open(string name);

    /// <summary>Brings a data set into the data folder and checks it.</summary>
    /// <param name="name">One of the names of <see cref="Datasets"/>.</param>
    /// <param name="progress">Told what happens, a line each.</param>
    /// <param name="cancellation">Ends it early; nothing half-written stays.</param>
    /// <returns>The data set, or why it could not be brought and what to do about it.</returns>
    Task<DatasetResult> FetchAsync(string name, IProgress<string> progress, CancellationToken cancellation);
}

/// <summary>A data set, or why it cannot be used.</summary>
/// <param name="Dataset">The data set; null where it cannot be used.</param>
/// <param name="Problem">What is wrong, naming the file and the remedy; null where nothing is.</param>
public sealed record DatasetResult(Dataset? Dataset, string? Problem);
