using System.Security.Cryptography;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>Brings one file: goes on where an earlier attempt ended, checks what came, and gives it its name only when it is whole.</summary>
/// <param name="file">The file.</param>
/// <param name="folder">Where it goes.</param>
/// <param name="progress">Told what happens.</param>
/// <param name="time">The clock.</param>
internal sealed class FileFetch(PlannedFile file, string folder, IProgress<string> progress, TimeProvider time)
{
    private const int MostAttempts = 6;
    private const int BufferSize = 1 << 20;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    private readonly string _target = Path.Combine(folder, file.Name);
    private readonly PartFile _part = new(Path.Combine(folder, file.Name));
    private readonly FetchProgress _progress = new(file.Name, progress, time);
    private string? _announcedSum;

    /// <summary>Brings it.</summary>
    /// <param name="cancellation">Ends it early; what has come stays for the next time.</param>
    /// <returns>Its SHA-256 sum.</returns>
    /// <exception cref="FetchException">It cannot be brought.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = _part.Length;
            try
            {
                return await AttemptAsync(cancellation).ConfigureAwait(false);
            }
            catch (FetchException exception) when (exception.IsTemporary)
            {
                // An attempt that brought something is no failure: a slow line may need many.
                attempt = _part.Length > before ? 1 : attempt;
                if (attempt == MostAttempts)
                {
                    throw;
                }

                var pause = FirstPause * Math.Pow(2, attempt - 1);
                progress.Report(FormattableString.Invariant($"{exception.Message} Going on in {pause.TotalSeconds:0} s …"));
                await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<string> AttemptAsync(CancellationToken cancellation)
    {
        if (!_part.Fits(file.Source.Place, content: null))
        {
            _part.Discard();
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var there = _part.Length;
        if (there == 0 || there != _part.WholeLength())
        {
            await BringAsync(hash, there, cancellation).ConfigureAwait(false);
        }
        else
        {
            await HashPartAsync(hash, cancellation).ConfigureAwait(false);
        }

        var sum = Convert.ToHexStringLower(hash.GetHashAndReset());
        Check(sum);
        _part.Complete();
        return sum;
    }

    private async Task BringAsync(IncrementalHash hash, long there, CancellationToken cancellation)
    {
        var content = await file.Source.OpenAsync(there, cancellation).ConfigureAwait(false);
        try
        {
            if (there > 0 && content.Offset == there && !_part.Fits(file.Source.Place, content))
            {
                // The file has changed since: what is here belongs to another one.
                content.Dispose();
                content = await file.Source.OpenAsync(0, cancellation).ConfigureAwait(false);
            }

            if (content.Offset != there)
            {
                _part.Discard();
            }

            CheckOffer(content);
            _announcedSum = content.Sum;
            await HashPartAsync(hash, cancellation).ConfigureAwait(false);
            await CopyAsync(content, hash, cancellation).ConfigureAwait(false);
        }
        finally
        {
            content.Dispose();
        }
    }

    private void CheckOffer(SourceContent content)
    {
        if (content.Total is { } total && file.Bytes is { } wanted && total != wanted)
        {
            throw new FetchException($"{file.Source.Place} offers {total:N0} bytes in place of {wanted:N0}: it is not the file that was published.", isTemporary: false);
        }

        var space = new DriveInfo(folder).AvailableFreeSpace;
        if (content.Total - content.Offset > space)
        {
            throw new FetchException($"{folder} has {ByteSize.Write(space)} left, and {ByteSize.Write(content.Total!.Value - content.Offset)} are to come.", isTemporary: false);
        }
    }

    private async Task CopyAsync(SourceContent content, IncrementalHash hash, CancellationToken cancellation)
    {
        var length = _part.Length;
        await using var target = new FileStream(_part.Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        _part.Note(file.Source.Place, content);
        _progress.Begin(length);
        var buffer = new byte[BufferSize];
        var magic = new GgufMagic(length);
        while (await ReadAsync(content, buffer, length, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            var bytes = buffer.AsMemory(0, count);
            if (!magic.Accepts(bytes.Span))
            {
                _part.Discard();
                throw new FetchException($"{file.Source.Place} is not a GGUF file: it does not begin with 'GGUF'.", isTemporary: false);
            }

            hash.AppendData(bytes.Span);
            await target.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            length += count;
            _progress.Advance(length, content.Total);
        }

        if (length < content.Total)
        {
            throw Broken(length, content.Total, inner: null);
        }
    }

    private static FetchException Broken(long length, long? total, Exception? inner)
    {
        var whole = total is { } bytes ? $" of {ByteSize.Write(bytes)}" : string.Empty;
        return new FetchException($"The connection broke after {ByteSize.Write(length)}{whole}.", isTemporary: true, inner);
    }

    private async Task<int> ReadAsync(SourceContent content, byte[] buffer, long length, CancellationToken cancellation)
    {
        using var silence = new CancellationTokenSource(LongestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);
        try
        {
            return await content.Stream.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Broken(length, content.Total, exception);
        }
    }

    private async Task HashPartAsync(IncrementalHash hash, CancellationToken cancellation)
    {
        if (_part.Length == 0)
        {
            return;
        }

        progress.Report($"{file.Name}: going on behind the {ByteSize.Write(_part.Length)} that are here.");
        await using var stream = new FileStream(_part.Path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var buffer = new byte[BufferSize];
        while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            hash.AppendData(buffer.AsSpan(0, count));
        }
    }

    private void Check(string sum)
    {
        var (length, wanted) = (_part.Length, file.Sum ?? _announcedSum);
        var problem = length < GgufMagic.Length ? $"{file.Source.Place} is not a GGUF file: it has {length} bytes."
            : file.Bytes is { } bytes && bytes != length ? $"{file.Name} has {length:N0} bytes in place of {bytes:N0}: what came is not what was published."
            : wanted is not null && wanted != sum ? $"{file.Name} has the SHA-256 sum {sum} in place of {wanted}: what came is not what was published."
            : null;
        if (problem is not null)
        {
            _part.Discard();
            throw new FetchException(problem, isTemporary: false);
        }

        if (File.Exists(_target))
        {
            throw new FetchException($"{_target} exists by now. Remove it, or bring this one under another name by --as.", isTemporary: false);
        }
    }
}
