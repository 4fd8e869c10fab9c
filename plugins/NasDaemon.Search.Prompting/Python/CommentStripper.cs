using System.Text;

namespace NasDaemon.Search.Prompting.Python;

/// <summary>Takes comments, docstrings and empty lines out of a Python source.</summary>
/// <remarks>It reads no more of Python than strings, brackets and line ends; who needs certainty reads the result again.</remarks>
internal sealed class CommentStripper
{
    private readonly string _source;
    private readonly StringBuilder _kept = new();
    private int _position;
    private int _depth;
    private int _lineStart;

    private CommentStripper(string source) => _source = source.ReplaceLineEndings("\n");

    /// <summary>Strips a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The same program in fewer lines.</returns>
    public static string Strip(string source) => new CommentStripper(source).Run();

    private string Run()
    {
        while (_position < _source.Length)
        {
            Step();
        }

        return SourceLines.Join(SourceLines.Of(_kept.ToString()).Where(line => line.Length > 0));
    }

    private void Step()
    {
        var letter = _source[_position];
        switch (letter)
        {
            case '#':
                _position = EndOfLine(_position);
                break;
            case '\'' or '"':
                TakeString();
                break;
            case '\\' when _position + 1 < _source.Length:
                _kept.Append(_source, _position, 2);
                _position += 2;
                break;
            default:
                _depth += letter is '(' or '[' or '{' ? 1 : letter is ')' or ']' or '}' ? -1 : 0;
                _kept.Append(letter);
                _lineStart = letter == '\n' ? _kept.Length : _lineStart;
                _position++;
                break;
        }
    }

    private void TakeString()
    {
        var end = EndOfString(_position);
        if (!IsStatement(end))
        {
            _kept.Append(_source, _position, end - _position);
        }

        _position = end;
    }

    // A string that stands alone on its lines says something to readers only.
    private bool IsStatement(int end) =>
        _depth == 0
        && string.IsNullOrWhiteSpace(_kept.ToString(_lineStart, _kept.Length - _lineStart))
        && _source.AsSpan(end, EndOfLine(end) - end).Trim() is [] or ['#', ..];

    private int EndOfString(int start)
    {
        var quote = _source[start];
        var triple = new string(quote, 3);
        var isTriple = string.CompareOrdinal(_source, start, triple, 0, 3) == 0;
        var position = start + (isTriple ? 3 : 1);
        while (position < _source.Length)
        {
            if (_source[position] == '\\')
            {
                position += 2;
            }
            else if (isTriple ? string.CompareOrdinal(_source, position, triple, 0, 3) == 0 : _source[position] == quote || _source[position] == '\n')
            {
                return position + (isTriple ? 3 : 1);
            }
            else
            {
                position++;
            }
        }

        return _source.Length;
    }

    private int EndOfLine(int start) => _source.IndexOf('\n', start) is >= 0 and var end ? end : _source.Length;
}
