using NasDaemon.Abstractions.Search;

namespace NasDaemon.Testing;

/// <summary>The archive of a daemon that has trained nothing yet.</summary>
public sealed class EmptyArchive : IArchive
{
    /// <inheritdoc/>
    public IReadOnlyList<ArchivedTrial> Best(string? dataset, int limit) => [];

    /// <inheritdoc/>
    public IReadOnlyList<ArchivedTrial> Earlier(int limit) => [];
}
