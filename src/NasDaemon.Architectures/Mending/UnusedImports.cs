using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Rules;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending;

/// <summary>Takes out imports of what the tracer does not know and nothing uses: Python may not have it either.</summary>
internal static class UnusedImports
{
    /// <summary>Takes them out.</summary>
    /// <param name="text">The source.</param>
    /// <param name="unknown">The names of the file that the tracer does not know.</param>
    /// <returns>The source without them, and what Python would say; null where there are none.</returns>
    public static (string Source, Failure Failure)? Remove(SourceText text, IReadOnlyList<string> unknown)
    {
        var unused = unknown.Where(name => text.Tokens.Count(token => token.Kind == TokenKind.Name && token.Text == name) == 1).ToList();
        var changes = unused.Count == 0 ? [] : ImportedNames.Remove(text, unused).ToList();
        if (changes.Count == 0)
        {
            return null;
        }

        var place = text.Tokens.First(token => token.Text == unused[0]).Position;
        var failure = new Failure(FailureClass.UnknownName, $"cannot import name '{unused[0]}'", place.Line, place.Column);
        return (new SourceEdit(changes).Apply(text.Source), failure);
    }
}
