using System.Text;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Beginnings;

/// <summary>The beginning of a source, cut behind its last whole statement, and with its open block closed.</summary>
/// <param name="Text">The text, ready to be parsed.</param>
/// <param name="Length">How much of the beginning it holds; what follows is no whole statement yet.</param>
/// <param name="LastLine">The line in which its last statement begins, from 1; 0 where there is none.</param>
/// <param name="Indentation">How far that line is indented.</param>
/// <param name="Problem">What no text behind it can put right; null where there is nothing.</param>
internal sealed record SourceBeginning(string Text, int Length, int LastLine, int Indentation, SyntaxProblem? Problem)
{
    private const int Step = 4;

    /// <summary>Cuts the beginning of a source.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="depth">How deep it may nest.</param>
    /// <returns>The beginning.</returns>
    public static SourceBeginning Cut(string text, int depth)
    {
        using var tokens = Lexer.Tokenize(text, depth);
        var (first, end) = LastStatement(tokens);
        var problem = tokens.Problem is { } found && !CanBecomeRight(found) ? found : null;
        if (end < 0)
        {
            return new SourceBeginning(string.Empty, 0, 0, 0, problem);
        }

        var line = tokens[first].Position;
        var whole = new StringBuilder(text, 0, tokens[end].End, tokens[end].End + Step * 8);
        if (tokens[end - 1].Kind == TokenKind.Colon)
        {
            whole.Append(' ', line.Column - 1 + Step).Append("pass\n");
        }

        return new SourceBeginning(whole.ToString(), tokens[end].End, line.Line, line.Column - 1, problem);
    }

    // A bracket or a text in triple quotes that is still open.
    private static bool CanBecomeRight(SyntaxProblem problem) =>
        problem.Class != FailureClass.Syntax
        || problem.Message.EndsWith("was never closed", StringComparison.Ordinal)
        || problem.Message.StartsWith("unterminated triple-quoted", StringComparison.Ordinal)
        || problem.Message.StartsWith("unexpected EOF", StringComparison.Ordinal);

    // Decorators belong to the definition that follows.
    private static (int First, int End) LastStatement(TokenStream tokens)
    {
        var (first, end) = (-1, -1);
        var begin = -1;
        for (var index = 0; index < tokens.Count; index++)
        {
            var kind = tokens[index].Kind;
            if (kind == TokenKind.NewLine)
            {
                if (begin >= 0 && tokens[begin].Kind != TokenKind.At)
                {
                    (first, end) = (begin, index);
                }

                begin = -1;
            }
            else if (begin < 0 && kind is not (TokenKind.Indent or TokenKind.Dedent or TokenKind.End or TokenKind.Error))
            {
                begin = index;
            }
        }

        return (first, end);
    }
}
