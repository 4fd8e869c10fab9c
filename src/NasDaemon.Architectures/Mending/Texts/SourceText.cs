using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Texts;

/// <summary>A source with its tokens, to find what stands where.</summary>
internal sealed class SourceText
{
    private readonly List<Token> _tokens = [];

    /// <summary>Cuts a source into tokens.</summary>
    /// <param name="source">The source.</param>
    /// <param name="depth">How deep it may nest.</param>
    public SourceText(string source, int depth)
    {
        Source = source;
        using var stream = Lexer.Tokenize(source, depth);
        for (var index = 0; index < stream.Count; index++)
        {
            _tokens.Add(stream[index]);
        }
    }

    /// <summary>The source.</summary>
    public string Source { get; }

    /// <summary>Its tokens; the last one ends it.</summary>
    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>The text of some tokens.</summary>
    /// <param name="first">The index of the first.</param>
    /// <param name="end">The index behind the last.</param>
    /// <returns>The text, with what stands between them.</returns>
    public string Text(int first, int end) => Source[_tokens[first].Start.._tokens[end - 1].End];

    /// <summary>Replaces some tokens.</summary>
    /// <param name="first">The index of the first.</param>
    /// <param name="end">The index behind the last.</param>
    /// <param name="text">What is put there.</param>
    /// <returns>The change.</returns>
    public TextChange Replace(int first, int end, string text) => new(_tokens[first].Start, _tokens[end - 1].End, text);

    /// <summary>Finds the token that begins at a place.</summary>
    /// <param name="place">The place.</param>
    /// <returns>Its index; -1 where none begins there.</returns>
    public int IndexAt(SourcePosition place) =>
        _tokens.FindIndex(token => token.Position == place && token.Kind is not (TokenKind.Indent or TokenKind.Dedent or TokenKind.NewLine));

    /// <summary>Finds a call in a chain of names, attributes, indices and calls.</summary>
    /// <param name="place">Where the chain begins.</param>
    /// <param name="name">The last name of the callee; null for the first call of the chain.</param>
    /// <returns>The call; null where there is none.</returns>
    public WrittenCall? CallAt(SourcePosition place, string? name = null)
    {
        var index = IndexAt(place);
        var callee = -1;
        while (index >= 0 && index < _tokens.Count)
        {
            switch (_tokens[index].Kind)
            {
                case TokenKind.Name:
                    callee = index++;
                    break;
                case TokenKind.Dot:
                    index++;
                    break;
                case TokenKind.LeftParenthesis when callee >= 0 && (name is null || _tokens[callee].Text == name):
                    return Closing(index) is var end and >= 0 ? new WrittenCall(callee, end, Split(index, end)) : null;
                case TokenKind.LeftParenthesis or TokenKind.LeftBracket:
                    index = Closing(index) + 1;
                    index = index > 0 && index < _tokens.Count && _tokens[index].Kind is TokenKind.Dot or TokenKind.LeftParenthesis or TokenKind.LeftBracket ? index : -1;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Finds the calls of a name in a line.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="names">The last names of the callees.</param>
    /// <returns>The calls in order.</returns>
    public IEnumerable<WrittenCall> CallsIn(int line, params string[] names)
    {
        for (var index = 0; index + 1 < _tokens.Count; index++)
        {
            var isCall = _tokens[index].Position.Line == line && _tokens[index + 1].Kind == TokenKind.LeftParenthesis && names.Contains(_tokens[index].Text);
            if (isCall && Closing(index + 1) is var end and >= 0)
            {
                yield return new WrittenCall(index, end, Split(index + 1, end));
            }
        }
    }

    /// <summary>Splits what stands in brackets at its commas.</summary>
    /// <param name="opening">The index of the opening bracket.</param>
    /// <param name="closing">The index of the closing one.</param>
    /// <returns>The arguments.</returns>
    public List<WrittenArgument> Split(int opening, int closing)
    {
        var arguments = new List<WrittenArgument>();
        var first = opening + 1;
        for (var index = first; index <= closing; index++)
        {
            if (index == closing || _tokens[index].Kind == TokenKind.Comma)
            {
                if (index > first)
                {
                    arguments.Add(Argument(first, index));
                }

                first = index + 1;
            }
            else if (IsOpening(_tokens[index].Kind))
            {
                index = Math.Max(index, Closing(index));
            }
        }

        return arguments;
    }

    /// <summary>Finds the bracket that closes another.</summary>
    /// <param name="opening">The index of the opening bracket.</param>
    /// <returns>The index of the closing one; -1 where it is missing.</returns>
    public int Closing(int opening)
    {
        var depth = 0;
        for (var index = opening; index < _tokens.Count; index++)
        {
            depth += IsOpening(_tokens[index].Kind) ? 1 : IsClosing(_tokens[index].Kind) ? -1 : 0;
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsOpening(TokenKind kind) => kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace;

    private static bool IsClosing(TokenKind kind) => kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace;

    private WrittenArgument Argument(int first, int end)
    {
        if (_tokens[first].Kind is TokenKind.Star or TokenKind.DoubleStar)
        {
            return new WrittenArgument(null, IsSpread: true, first + 1, end);
        }

        return _tokens[first].Kind == TokenKind.Name && first + 1 < end && _tokens[first + 1].Kind == TokenKind.Assign
            ? new WrittenArgument(_tokens[first].Text, IsSpread: false, first + 2, end)
            : new WrittenArgument(null, IsSpread: false, first, end);
    }
}
