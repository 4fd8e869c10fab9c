using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A constructor that does not call that of <c>nn.Module</c> first.</summary>
internal sealed class ParentConstructorRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (!breakdown.Failure.Message.Contains("before Module.__init__() call", StringComparison.Ordinal))
        {
            yield break;
        }

        var tokens = breakdown.Text.Tokens;
        var last = -1;
        for (var index = 1; index < tokens.Count && tokens[index].Position.Line <= breakdown.Failure.Line; index++)
        {
            if (tokens[index].Text == "__init__" && tokens[index - 1].Kind == TokenKind.DefKeyword)
            {
                last = index;
            }
        }

        var first = last;
        while (first >= 0 && first < tokens.Count && tokens[first].Kind != TokenKind.Indent)
        {
            first++;
        }

        if (first >= 0 && first + 1 < tokens.Count)
        {
            var statement = tokens[first + 1];
            var indentation = new string(' ', statement.Position.Column - 1);
            yield return SourceEdit.Replace(statement.Start, statement.Start, $"super().__init__()\n{indentation}");
        }
    }
}
