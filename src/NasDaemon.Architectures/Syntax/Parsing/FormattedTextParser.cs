using System.Collections.Immutable;
using System.Text;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses the content of an f-string: literal runs, and fields with conversion and format.</summary>
internal sealed class FormattedTextParser
{
    private const int DeepestFormat = 2;

    private readonly TokenCursor _cursor;
    private readonly TextLiteralSpan _literal;
    private readonly SourcePosition _position;
    private readonly StringBuilder _run;
    private readonly ImmutableArray<FormattedPart>.Builder _parts;
    private readonly int _level;
    private int _index;

    /// <summary>Makes a parser for a literal.</summary>
    /// <param name="cursor">Takes problems, and gives source and scope.</param>
    /// <param name="literal">The literal.</param>
    /// <param name="position">Where it begins.</param>
    /// <param name="run">Characters that stand before the next field.</param>
    /// <param name="parts">Takes the parts.</param>
    /// <param name="level">How deep formats nest here.</param>
    public FormattedTextParser(
        TokenCursor cursor, TextLiteralSpan literal, SourcePosition position, StringBuilder run, ImmutableArray<FormattedPart>.Builder parts, int level = 0)
    {
        (_cursor, _literal, _position, _run, _parts, _level) = (cursor, literal, position, run, parts, level);
        _index = literal.Start;
    }

    private int End => _literal.Start + _literal.Length;

    private string Source => _cursor.Source;

    /// <summary>Parses the content.</summary>
    public void Parse()
    {
        while (_index < End && _cursor.Problem is null)
        {
            ParseRun();
            if (_index >= End || _cursor.Problem is not null)
            {
                return;
            }

            var isDoubled = _level == 0 && _index + 1 < End && Source[_index + 1] == Source[_index];
            if (isDoubled)
            {
                _run.Append(Source[_index]);
                _index += 2;
            }
            else if (Source[_index] == '}')
            {
                Fail("f-string: single '}' is not allowed");
            }
            else
            {
                ParseField();
            }
        }
    }

    private void ParseRun()
    {
        var length = Source.AsSpan(_index, End - _index).IndexOfAny('{', '}');
        var content = Source.AsSpan(_index, length < 0 ? End - _index : length);
        if (!EscapeReader.TryAppend(_run, content, _literal.IsRaw, out var message))
        {
            Fail(message);
        }

        _index += content.Length;
    }

    private void ParseField()
    {
        if (_run.Length > 0)
        {
            _parts.Add(new FormattedRun(_run.ToString()));
            _run.Clear();
        }

        var start = ++_index;
        var end = FieldEnd(start);
        if (_cursor.Problem is not null)
        {
            return;
        }

        var text = Source[start..end];
        if (string.IsNullOrWhiteSpace(text))
        {
            Fail("f-string: empty expression not allowed");
            return;
        }

        var value = ParseExpression(text);
        _index = end;
        var label = ParseLabel(text);
        var conversion = ParseConversion();
        var format = ParseFormat();
        if (_cursor.Problem is not null)
        {
            return;
        }

        if (_index >= End || Source[_index] != '}')
        {
            Fail("f-string: expecting '}'");
            return;
        }

        _index++;
        _parts.Add(new FormattedField(value, label, conversion, format));
    }

    // The end of the expression: the first '}', ':', '!' or '=' outside of brackets and strings.
    private int FieldEnd(int start)
    {
        var brackets = 0;
        for (var index = start; index < End; index++)
        {
            switch (Source[index])
            {
                case '\'' or '"':
                    index = TextScanner.End(Source, index, out _) - 1;
                    if (index < 0 || index >= End)
                    {
                        Fail("f-string: unterminated string");
                        return start;
                    }

                    break;
                case '\\':
                    Fail("f-string expression part cannot include a backslash");
                    return start;
                case '#':
                    Fail("f-string expression part cannot include '#'");
                    return start;
                case '(' or '[' or '{':
                    brackets++;
                    break;
                case ')' or ']' or '}' when brackets > 0:
                    brackets--;
                    break;
                case '}' or ':' when brackets == 0:
                    return index;
                case '!' when brackets == 0 && (index + 1 >= End || Source[index + 1] != '='):
                    return index;
                case '=' when brackets == 0 && IsLabelSign(index):
                    return index;
            }
        }

        Fail("f-string: expecting '}'");
        return start;
    }

    private bool IsLabelSign(int index)
    {
        if (Source[index - 1] is '=' or '!' or '<' or '>')
        {
            return false;
        }

        var rest = Source.AsSpan(index + 1, End - index - 1).TrimStart(' ');
        return rest is ['}' or ':' or '!', ..];
    }

    private Expression ParseExpression(string text)
    {
        using var stream = Lexer.TokenizeField(text, _cursor.MaximumDepth, _position);
        var inner = new TokenCursor(stream, _cursor.MaximumDepth, _cursor.Depth);
        inner.Enter();
        var value = new ExpressionParser(inner).ParseList();
        if (inner.Problem is null && inner.Kind != TokenKind.End)
        {
            inner.Fail();
        }

        if (inner.Problem is { } problem)
        {
            _cursor.Fail(problem with { Message = problem.Class == Abstractions.Failures.FailureClass.Syntax ? $"f-string: {problem.Message}" : problem.Message });
        }

        return value;
    }

    private string? ParseLabel(string text)
    {
        if (_index >= End || Source[_index] != '=')
        {
            return null;
        }

        var start = _index++;
        while (_index < End && Source[_index] == ' ')
        {
            _index++;
        }

        return text + Source[start.._index];
    }

    private char? ParseConversion()
    {
        if (_index >= End || Source[_index] != '!')
        {
            return null;
        }

        var conversion = _index + 1 < End ? Source[_index + 1] : '\0';
        if (conversion is not ('r' or 's' or 'a'))
        {
            Fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
        }

        _index += 2;
        return conversion;
    }

    private FormattedText? ParseFormat()
    {
        if (_cursor.Problem is not null || _index >= End || Source[_index] != ':')
        {
            return null;
        }

        if (_level >= DeepestFormat - 1 && _level > 0)
        {
            Fail("f-string: expressions nested too deeply");
            return null;
        }

        var start = ++_index;
        var end = FormatEnd(start);
        var run = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<FormattedPart>();
        new FormattedTextParser(_cursor, _literal with { Start = start, Length = end - start }, _position, run, parts, _level + 1).Parse();
        if (run.Length > 0)
        {
            parts.Add(new FormattedRun(run.ToString()));
        }

        _index = end;
        return new FormattedText(_position, parts.ToImmutable());
    }

    private int FormatEnd(int start)
    {
        var braces = 0;
        for (var index = start; index < End; index++)
        {
            if (Source[index] == '{')
            {
                braces++;
            }
            else if (Source[index] == '}' && braces-- == 0)
            {
                return index;
            }
        }

        return End;
    }

    private void Fail(string message) => _cursor.Fail(message, _position);
}
