using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A name that is not where it is looked for, but the very same is a layer of the network, or stands elsewhere in PyTorch.</summary>
internal sealed partial class NameElsewhereRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Failure.Class is not (FailureClass.UnknownName or FailureClass.UnknownAttribute)
            || Unknown().Match(breakdown.Failure.Message) is not { Success: true } match)
        {
            return [];
        }

        var name = match.Groups["name"].Value;
        var edits = new List<SourceEdit>();
        foreach (var place in Uses(breakdown.Text, name, breakdown.Failure.Line))
        {
            if (breakdown.Notes.Network?.FindRegistered(name) is not null)
            {
                edits.Add(new SourceEdit([breakdown.Text.Replace(place.First, place.End, $"self.{name}")]));
            }

            edits.AddRange(PyTorchNames.Find(name).Select(space =>
                new SourceEdit([breakdown.Text.Replace(place.First, place.End, $"{space.Short}.{name}"), .. WithoutImport(breakdown.Text, name)])));
        }

        return edits;
    }

    // Dotted names that end with the name.
    private static IEnumerable<(int First, int End)> Uses(SourceText text, string name, int? line)
    {
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            var first = index;
            while (first >= 2 && text.Tokens[first - 1].Kind == TokenKind.Dot && text.Tokens[first - 2].Kind == TokenKind.Name)
            {
                first -= 2;
            }

            if (text.Tokens[index].Text == name && text.Tokens[index].Position.Line == line && text.Tokens[first].Text != "self")
            {
                yield return (first, index + 1);
            }
        }
    }

    private static IEnumerable<TextChange> WithoutImport(SourceText text, string name) => ImportedNames.Remove(text, [name]);

    [GeneratedRegex(@"^(name '(?<name>\w+)' is not defined|The tracer does not know '[\w.]*\.(?<name>\w+)'\.|module '[\w.]+' has no attribute '(?<name>\w+)')$", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();
}
