namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>Reads a stream line by line into one buffer. Of a line that is too long nothing is kept.</summary>
/// <param name="stream">The stream.</param>
/// <param name="limit">Bytes that a line may have.</param>
internal sealed class ByteLines(Stream stream, int limit)
{
    private const int FirstSize = 1 << 16;

    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;

    /// <summary>The line, without its end; empty where it was too long. It holds until the next one is read.</summary>
    public Memory<byte> Current { get; private set; }

    /// <summary>Whether the line was longer than the limit.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool MoveNext()
    {
        (IsTooLong, Current) = (false, Memory<byte>.Empty);
        var searched = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Take(searched + length);
                _start++;
                return true;
            }

            searched = _end - _start;
            if (searched > limit)
            {
                IsTooLong = true;
                (_start, _end, searched) = (0, 0, 0);
            }

            if (!Fill())
            {
                var isLine = _end > _start || IsTooLong;
                Take(_end - _start);
                return isLine;
            }
        }
    }

    private void Take(int length)
    {
        Current = IsTooLong ? Memory<byte>.Empty : _buffer.AsMemory(_start, length);
        _start += length;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, limit + FirstSize));
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
