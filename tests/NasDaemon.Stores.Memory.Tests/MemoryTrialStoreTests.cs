using NasDaemon.Abstractions.Storage;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Stores.Memory.Tests;

/// <summary>Closing it forgets nothing, since it lives as long as the object.</summary>
public sealed class MemoryTrialStoreTests : TrialStoreContract, IDisposable
{
    private readonly MemoryTrialStore _store = new();

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    /// <inheritdoc/>
    protected override ITrialStore Open() => _store;
}
