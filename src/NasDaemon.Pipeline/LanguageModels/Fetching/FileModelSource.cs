using System.Globalization;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>A file of this machine.</summary>
/// <param name="path">The file.</param>
internal sealed class FileModelSource(string path) : IModelSource
{
    private const int Buffer = 1 << 20;

    /// <inheritdoc/>
    public string Place => path;

    /// <inheritdoc/>
    public Task<SourceContent> OpenAsync(long offset, CancellationToken cancellation)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var from = offset <= stream.Length ? offset : 0;
            stream.Position = from;
            var written = File.GetLastWriteTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture);
            return Task.FromResult(new SourceContent(stream, from, stream.Length, written, Sum: null));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FetchException($"{path} cannot be read: {exception.Message}", isTemporary: false, exception);
        }
    }
}
