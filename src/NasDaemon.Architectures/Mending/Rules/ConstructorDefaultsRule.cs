using System.Globalization;
using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A network whose constructor asks for what the task says: how many classes, how many channels, how large the images are.</summary>
internal sealed partial class ConstructorDefaultsRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Failure.Class != FailureClass.WrongArguments || !Missing().IsMatch(breakdown.Failure.Message))
        {
            yield break;
        }

        var tokens = breakdown.Text.Tokens;
        var network = breakdown.Request.ClassName ?? "Net";
        var definition = Find(tokens, network);
        if (definition < 0 || breakdown.Text.Closing(definition) is var closing && closing < 0)
        {
            yield break;
        }

        var changes = new List<TextChange>();
        foreach (var parameter in breakdown.Text.Split(definition, closing).Skip(1))
        {
            if (parameter is { Keyword: null, IsSpread: false } && tokens[parameter.First].Text is { } name && Value(name, breakdown) is { } value)
            {
                changes.Add(new TextChange(tokens[parameter.End - 1].End, tokens[parameter.End - 1].End, $"={value.ToString(CultureInfo.InvariantCulture)}"));
            }
        }

        if (changes.Count > 0)
        {
            yield return new SourceEdit(changes);
        }
    }

    // The index of the parenthesis behind the constructor's name.
    private static int Find(IReadOnlyList<Token> tokens, string network)
    {
        var isInside = false;
        for (var index = 1; index + 1 < tokens.Count; index++)
        {
            isInside = tokens[index - 1].Kind == TokenKind.ClassKeyword ? tokens[index].Text == network : isInside;
            if (isInside && tokens[index].Text == "__init__" && tokens[index - 1].Kind == TokenKind.DefKeyword)
            {
                return index + 1;
            }
        }

        return -1;
    }

    private static int? Value(string name, Breakdown breakdown)
    {
        var shape = breakdown.Request.Shape;
        return Classes().IsMatch(name) ? shape.Outputs
            : Channels().IsMatch(name) ? shape.Input[0]
            : Extent().IsMatch(name) && shape.Input.Length > 1 ? shape.Input[^1]
            : null;
    }

    [GeneratedRegex(@"missing \d+ required positional arguments?: '", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    [GeneratedRegex("class|^out|output|label", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Classes();

    [GeneratedRegex("channel|^in_|^input_dim|^inp", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Channels();

    [GeneratedRegex("size|width|height|resolution", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Extent();
}
