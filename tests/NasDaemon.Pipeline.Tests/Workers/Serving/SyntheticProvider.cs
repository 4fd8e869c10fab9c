using NasDaemon.Abstractions.Data;

namespace NasDaemon.Pipeline.Tests.Workers.Serving;

/// <summary>Provides one data set that a test has written.</summary>
internal sealed class SyntheticProvider(Dataset dataset) : IDatasetProvider
{
    public IReadOnlyList<DatasetInfo> Datasets => [dataset.Info];

    public DatasetResult Open(string name) => new(dataset, Problem: null);

    public Task<DatasetResult> FetchAsync(string name, IProgress<string> progress, CancellationToken cancellation) => Task.FromResult(Open(name));
}
