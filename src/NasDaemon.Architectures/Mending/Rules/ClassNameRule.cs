using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A network whose class has another name: the last class of modules that no other one uses.</summary>
internal sealed class ClassNameRule : IMendingRule
{
    private const string Wanted = "Net";

    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        var tokens = breakdown.Text.Tokens;
        var wanted = breakdown.Request.ClassName ?? Wanted;
        if (breakdown.Failure.Message != $"name '{wanted}' is not defined" || tokens.Any(token => token.Text == wanted))
        {
            yield break;
        }

        var names = new List<string>();
        for (var index = 1; index < tokens.Count; index++)
        {
            if (tokens[index - 1].Kind == TokenKind.ClassKeyword && tokens[index - 1].Position.Column == 1 && tokens[index].Text is { } name)
            {
                names.Add(name);
            }
        }

        // The last class is the likeliest network; helpers are called by it.
        foreach (var name in names.AsEnumerable().Reverse())
        {
            var changes = tokens.Where((token, index) => token.Text == name && (index == 0 || tokens[index - 1].Kind != TokenKind.Dot));
            yield return new SourceEdit([.. changes.Select(token => new TextChange(token.Start, token.End, wanted))]);
        }
    }
}
