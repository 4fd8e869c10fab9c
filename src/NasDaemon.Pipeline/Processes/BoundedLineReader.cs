using System.Text;

namespace NasDaemon.Pipeline.Processes;

/// <summary>Reads lines whose length a stranger controls: of a longer line only the beginning is kept.</summary>
internal sealed class BoundedLineReader(TextReader reader, int limit)
{
    private readonly char[] _buffer = new char[8192];
    private readonly StringBuilder _line = new();
    private int _length;
    private int _position;

    /// <summary>The next line without its end; null at the end of the input.</summary>
    public async ValueTask<string?> ReadAsync()
    {
        while (true)
        {
            if (_position == _length)
            {
                _length = await reader.ReadAsync(_buffer).ConfigureAwait(false);
                _position = 0;
                if (_length == 0)
                {
                    return _line.Length > 0 ? Take() : null;
                }
            }

            var rest = _buffer.AsSpan(_position, _length - _position);
            var end = rest.IndexOf('\n');
            var part = end < 0 ? rest : rest[..end];
            _line.Append(part[..Math.Min(part.Length, limit - _line.Length)]);
            _position += end < 0 ? part.Length : end + 1;
            if (end >= 0)
            {
                return Take();
            }
        }
    }

    private string Take()
    {
        var line = _line.ToString();
        _line.Clear();
        return line;
    }
}
