using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending;

/// <summary>Adds the imports that a source leaves out. The tracer does without them, Python does not.</summary>
internal static class MissingImports
{
    private static readonly (string Name, string Import)[] Imports =
    [
        ("torch", "import torch"),
        ("nn", "from torch import nn"),
        ("F", "import torch.nn.functional as F"),
        ("math", "import math"),
    ];

    /// <summary>Adds them.</summary>
    /// <param name="text">The source.</param>
    /// <returns>The source with its imports, and what Python would say without; null where none is missing.</returns>
    public static (string Source, Failure Failure)? Add(SourceText text)
    {
        var missing = Imports.Where(entry => !IsBound(text.Tokens, entry.Name) && FirstUse(text.Tokens, entry.Name) is not null).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var place = FirstUse(text.Tokens, missing[0].Name)!.Value.Position;
        var failure = new Failure(FailureClass.UnknownName, $"name '{missing[0].Name}' is not defined", place.Line, place.Column);
        return (string.Concat(missing.Select(entry => entry.Import + "\n")) + text.Source, failure);
    }

    private static Token? FirstUse(IReadOnlyList<Token> tokens, string name)
    {
        for (var index = 0; index + 1 < tokens.Count; index++)
        {
            if (tokens[index].Text == name && tokens[index + 1].Kind == TokenKind.Dot && (index == 0 || tokens[index - 1].Kind != TokenKind.Dot))
            {
                return tokens[index];
            }
        }

        return null;
    }

    private static bool IsBound(IReadOnlyList<Token> tokens, string name)
    {
        for (var index = 0; index + 1 < tokens.Count; index++)
        {
            if (tokens[index].Text != name)
            {
                continue;
            }

            var isImported = index > 0 && tokens[index - 1].Kind is TokenKind.ImportKeyword or TokenKind.AsKeyword or TokenKind.Comma && tokens[index].Position.Line > 0
                && LineBegins(tokens, index, TokenKind.ImportKeyword, TokenKind.FromKeyword);
            if (isImported || tokens[index + 1].Kind == TokenKind.Assign)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LineBegins(IReadOnlyList<Token> tokens, int index, params TokenKind[] kinds)
    {
        while (index > 0 && tokens[index - 1].Kind is not (TokenKind.NewLine or TokenKind.Indent or TokenKind.Dedent))
        {
            index--;
        }

        return kinds.Contains(tokens[index].Kind);
    }
}
