using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Data;

/// <summary>What is known of a data set before its files are opened.</summary>
/// <param name="Name">Its name in tasks, e.g. <c>mnist</c>.</param>
/// <param name="Classes">The names of its classes, in the order of their numbers.</param>
/// <param name="SampleShape">The sizes of one sample: (channels, height, width) for images.</param>
/// <param name="TrainSamples">How many training samples it has.</param>
/// <param name="TestSamples">How many test samples it has.</param>
/// <param name="CanFetch">Whether <see cref="IDatasetProvider.FetchAsync"/> can bring it.</param>
public sealed record DatasetInfo(
    string Name,
    ImmutableArray<string> Classes,
    ImmutableArray<int> SampleShape,
    int TrainSamples,
    int TestSamples,
    bool CanFetch);
