using System.Text;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>Cuts a source into tokens, as Python's tokenizer does: indentation becomes tokens, comments and line ends inside brackets vanish.</summary>
internal sealed class Lexer
{
    // Of a different name: most come again and again.
    private const int CharactersOfAName = 40;

    private readonly string _source;
    private readonly int _maximumDepth;
    private readonly TokenStream _tokens;
    private readonly BracketStack _brackets = new();
    private readonly IndentationStack _indentation = new();
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names;

    private readonly int _firstColumn;
    private readonly bool _isField;
    private readonly bool _hasPlaces;
    private int _index;
    private int _line;
    private int _lineStart;
    private SyntaxProblem? _problem;

    private Lexer(TokenStream tokens, int maximumDepth, SourcePosition origin, bool isField)
    {
        (_source, _tokens, _maximumDepth) = (tokens.Source, tokens, maximumDepth);
        (_line, _firstColumn, _isField, _hasPlaces) = (origin.Line, origin.Column, isField, origin.Line > 0);
        _names = new Dictionary<string, string>(_source.Length / CharactersOfAName, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Cuts a whole source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="maximumDepth">How deep brackets and blocks may nest.</param>
    /// <param name="hasPlaces">Whether tokens tell lines and columns.</param>
    /// <returns>The tokens, which the caller gives back.</returns>
    public static TokenStream Tokenize(string source, int maximumDepth, bool hasPlaces = true)
    {
        var lexer = new Lexer(new TokenStream(source), maximumDepth, hasPlaces ? new SourcePosition(1, 1) : default, isField: false);
        if (source.StartsWith('\uFEFF'))
        {
            lexer._index = 1;
        }

        return lexer.Run();
    }

    /// <summary>Cuts the expression of an f-string's field, in which line ends do not count.</summary>
    /// <param name="source">The expression.</param>
    /// <param name="maximumDepth">How deep brackets may nest.</param>
    /// <param name="origin">Where the string begins.</param>
    /// <returns>The tokens, which the caller gives back.</returns>
    public static TokenStream TokenizeField(string source, int maximumDepth, SourcePosition origin) =>
        new Lexer(new TokenStream(source), maximumDepth, origin, isField: true).Run();

    private TokenStream Run()
    {
        var isLineStart = !_isField;
        while (_problem is null && _index < _source.Length)
        {
            if (isLineStart)
            {
                isLineStart = !ReadIndentation();
                continue;
            }

            isLineStart = ReadToken();
        }

        if (_problem is null)
        {
            Finish();
        }

        if (_problem is not null)
        {
            Add(TokenKind.Error, _index, _index);
        }

        _tokens.Problem = _problem;
        return _tokens;
    }

    private void Finish()
    {
        if (_brackets.Count > 0)
        {
            var (bracket, position) = _brackets.Innermost();
            _problem = new SyntaxProblem(FailureClass.Syntax, $"'{bracket}' was never closed", position);
            return;
        }

        if (_tokens.Count > 0 && _tokens[^1].Kind != TokenKind.NewLine && !_isField)
        {
            Add(TokenKind.NewLine, _index, _index);
        }

        for (var block = _indentation.Depth; block > 0; block--)
        {
            Add(TokenKind.Dedent, _index, _index);
        }

        Add(TokenKind.End, _index, _index);
    }

    // True where the line holds a statement; blank lines and comments have no indentation.
    private bool ReadIndentation()
    {
        int wide = 0, narrow = 0;
        for (; _index < _source.Length; _index++)
        {
            var character = _source[_index];
            if (character == ' ')
            {
                wide++;
                narrow++;
            }
            else if (character == '\t')
            {
                wide = ((wide / 8) + 1) * 8;
                narrow++;
            }
            else if (character == '\f')
            {
                wide = narrow = 0;
            }
            else
            {
                break;
            }
        }

        SkipComment();
        if (_index >= _source.Length)
        {
            return false;
        }

        if (_source[_index] is '\n' or '\r')
        {
            PassLineEnd();
            return false;
        }

        ApplyIndentation(wide, narrow);
        return true;
    }

    private void ApplyIndentation(int wide, int narrow)
    {
        if (_indentation.Enter(wide, narrow, out var change) is { } message)
        {
            Fail(message);
            return;
        }

        if (change > 0)
        {
            Add(TokenKind.Indent, _index, _index);
            if (_indentation.Depth > _maximumDepth)
            {
                FailDepth();
            }
        }

        for (; change < 0; change++)
        {
            Add(TokenKind.Dedent, _index, _index);
        }
    }

    // True where a new line begins behind the token.
    private bool ReadToken()
    {
        var character = _source[_index];
        switch (character)
        {
            case ' ' or '\t' or '\f':
                _index++;
                return false;
            case '#':
                SkipComment();
                return false;
            case '\n' or '\r':
                return ReadLineEnd();
            case '\\':
                ReadContinuation();
                return false;
            case >= '0' and <= '9':
            case '.' when _index + 1 < _source.Length && char.IsAsciiDigit(_source[_index + 1]):
                ReadNumber();
                return false;
        }

        var prefix = TextScanner.PrefixLength(_source, _index);
        if (prefix >= 0)
        {
            ReadText(prefix);
        }
        else if (Characters.IsIdentifierStart(character))
        {
            ReadName();
        }
        else
        {
            ReadOperator();
        }

        return false;
    }

    private bool ReadLineEnd()
    {
        var isStatementEnd = _brackets.Count == 0 && !_isField;
        if (isStatementEnd)
        {
            Add(TokenKind.NewLine, _index, _index + 1);
        }

        PassLineEnd();
        return isStatementEnd;
    }

    private void PassLineEnd()
    {
        _index += _source[_index] == '\r' && _index + 1 < _source.Length && _source[_index + 1] == '\n' ? 2 : 1;
        _line++;
        _lineStart = _index;
    }

    private void SkipComment()
    {
        if (_index < _source.Length && _source[_index] == '#')
        {
            var length = _source.AsSpan(_index).IndexOfAny('\n', '\r');
            _index = length < 0 ? _source.Length : _index + length;
        }
    }

    private void ReadContinuation()
    {
        _index++;
        if (_index >= _source.Length)
        {
            Fail("unexpected EOF while parsing");
        }
        else if (_source[_index] is '\n' or '\r')
        {
            PassLineEnd();
        }
        else
        {
            Fail("unexpected character after line continuation character");
        }
    }

    private void ReadNumber()
    {
        var kind = NumberScanner.Scan(_source, _index, out var end, out var problem);
        if (problem is not null)
        {
            Fail(problem);
            return;
        }

        Add(kind, _index, end);
        _index = end;
    }

    private void ReadText(int prefix)
    {
        var start = _index;
        var end = TextScanner.End(_source, start + prefix, out var isTriple);
        if (end < 0)
        {
            var lastLine = isTriple ? _line + CountLines(start, _source.AsSpan().TrimEnd("\r\n").Length) : _line;
            Fail($"unterminated {(isTriple ? "triple-quoted " : string.Empty)}string literal (detected at line {lastLine})");
            return;
        }

        Add(TokenKind.Text, start, end);
        _index = end;
        var lines = CountLines(start, end);
        if (lines > 0)
        {
            _line += lines;
            _lineStart = _source.LastIndexOfAny(['\n', '\r'], end - 1) + 1;
        }
    }

    private int CountLines(int start, int end)
    {
        var span = _source.AsSpan(start, end - start);
        return span.Count('\n') + span.Count('\r') - span.Count("\r\n");
    }

    private void ReadName()
    {
        var end = _index + 1;
        while (end < _source.Length && Characters.IsIdentifierPart(_source[end]))
        {
            end++;
        }

        var word = _source.AsSpan(_index, end - _index);
        if (!Ascii.IsValid(word))
        {
            ReadForeignName(word, end);
            return;
        }

        var kind = Keywords.Classify(word);
        Add(kind, _index, end, kind == TokenKind.Name ? Intern(word) : null);
        _index = end;
    }

    private void ReadForeignName(ReadOnlySpan<char> word, int end)
    {
        if (Identifiers.Normalise(word) is not { } name)
        {
            _problem ??= new SyntaxProblem(
                FailureClass.UnsupportedSyntax, "The tracer does not interpret identifiers with such characters.", Here(_index));
            return;
        }

        Add(Keywords.Classify(name), _index, end, Intern(name));
        _index = end;
    }

    private string Intern(ReadOnlySpan<char> word)
    {
        if (!_names.TryGetValue(word, out var name))
        {
            name = word.ToString();
            _names[word] = name;
        }

        return name;
    }

    private void ReadOperator()
    {
        var kind = OperatorScanner.Scan(_source, _index, out var length);
        if (kind == TokenKind.Error)
        {
            Fail(Characters.Refusal(_source, _index));
            return;
        }

        Add(kind, _index, _index + length);
        var bracket = _source[_index];
        if (kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace)
        {
            _brackets.Open(bracket, Here(_index));
            if (_brackets.Count > _maximumDepth)
            {
                FailDepth();
            }
        }
        else if (kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace && _brackets.Close(bracket, _line) is { } message)
        {
            Fail(message);
        }

        _index += length;
    }

    private void Add(TokenKind kind, int start, int end, string? text = null) => _tokens.Add(new Token(kind, Here(start), start, end, text));

    private SourcePosition Here(int index) => !_hasPlaces ? default : new SourcePosition(_line, (_isField ? _firstColumn : 1) + index - _lineStart);

    private void Fail(string message) => _problem ??= new SyntaxProblem(FailureClass.Syntax, message, Here(_index));

    private void FailDepth() => _problem ??= new SyntaxProblem(
        FailureClass.LimitExceeded, $"The source nests deeper than {_maximumDepth} levels.", Here(_index));
}
