namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>Where a file comes from.</summary>
internal interface IModelSource
{
    /// <summary>The place, for messages.</summary>
    string Place { get; }

    /// <summary>Opens it.</summary>
    /// <param name="offset">From which byte on; a source that cannot begin there begins at 0.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The content.</returns>
    /// <exception cref="FetchException">It cannot be had.</exception>
    Task<SourceContent> OpenAsync(long offset, CancellationToken cancellation);
}

/// <summary>What a source gives.</summary>
/// <param name="Stream">The bytes.</param>
/// <param name="Offset">From which byte on.</param>
/// <param name="Total">The size of the whole file; null where the source does not tell.</param>
/// <param name="Tag">Changes when the file does; empty where the source does not tell.</param>
/// <param name="Sum">The SHA-256 sum of the whole file as the source tells it; null where it does not.</param>
/// <param name="Owner">Is disposed of with the content; null for none.</param>
internal sealed record SourceContent(Stream Stream, long Offset, long? Total, string Tag, string? Sum, IDisposable? Owner = null) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        Owner?.Dispose();
    }
}
