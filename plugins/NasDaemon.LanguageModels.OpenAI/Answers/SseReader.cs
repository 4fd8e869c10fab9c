using System.Text;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>
/// Reads the data of server-sent events line by line. Line ends of every kind, comments, keep-alives, other fields and characters that arrive
/// in two pieces are taken as they come; an event that the end of the stream cuts off is given all the same.
/// </summary>
/// <param name="stream">The body of the answer.</param>
internal sealed class SseReader(Stream stream)
{
    /// <summary>The longest line that is read.</summary>
    public const int LongestLine = 1 << 20;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly byte[] _bytes = new byte[4_096];
    private readonly char[] _characters = new char[4_097];
    private readonly StringBuilder _line = new();
    private int _position;
    private int _count;
    private bool _isAfterReturn;
    private bool _isAtEnd;

    /// <summary>Reads on to the next line that says something.</summary>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The data of a line; empty where an event ends; null at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">A line is too long.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        while (await ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0)
            {
                return line;
            }

            // llama-server has reported errors in a field of that name.
            if ((Field(line, "data") ?? Field(line, "error")) is { } data)
            {
                return data;
            }
        }

        return null;
    }

    private static string? Field(string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] == ':' ? line[(name.Length + 1)..].Trim() : null;

    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        _line.Clear();
        while (_position < _count || await FillAsync(cancellation).ConfigureAwait(false))
        {
            var character = _characters[_position++];
            var isSecondHalf = character == '\n' && _isAfterReturn;
            _isAfterReturn = character == '\r';
            if (isSecondHalf)
            {
                continue;
            }

            if (character is '\n' or '\r')
            {
                return _line.ToString();
            }

            if (_line.Length == LongestLine)
            {
                throw new InvalidDataException("A line is too long.");
            }

            _line.Append(character);
        }

        return _line.Length > 0 ? _line.ToString() : null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        (_position, _count) = (0, 0);
        while (_count == 0 && !_isAtEnd)
        {
            var read = await stream.ReadAsync(_bytes, cancellation).ConfigureAwait(false);
            _isAtEnd = read == 0;
            _count = _decoder.GetChars(_bytes, 0, read, _characters, 0, flush: _isAtEnd);
        }

        return _count > 0;
    }
}
