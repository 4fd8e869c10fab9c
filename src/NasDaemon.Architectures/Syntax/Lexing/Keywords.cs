using System.Collections.Frozen;

namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>Python's reserved words.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new Dictionary<string, TokenKind>(StringComparer.Ordinal)
    {
        ["False"] = TokenKind.FalseKeyword,
        ["None"] = TokenKind.NoneKeyword,
        ["True"] = TokenKind.TrueKeyword,
        ["and"] = TokenKind.AndKeyword,
        ["as"] = TokenKind.AsKeyword,
        ["assert"] = TokenKind.AssertKeyword,
        ["async"] = TokenKind.AsyncKeyword,
        ["await"] = TokenKind.AwaitKeyword,
        ["break"] = TokenKind.BreakKeyword,
        ["class"] = TokenKind.ClassKeyword,
        ["continue"] = TokenKind.ContinueKeyword,
        ["def"] = TokenKind.DefKeyword,
        ["del"] = TokenKind.DelKeyword,
        ["elif"] = TokenKind.ElifKeyword,
        ["else"] = TokenKind.ElseKeyword,
        ["except"] = TokenKind.ExceptKeyword,
        ["finally"] = TokenKind.FinallyKeyword,
        ["for"] = TokenKind.ForKeyword,
        ["from"] = TokenKind.FromKeyword,
        ["global"] = TokenKind.GlobalKeyword,
        ["if"] = TokenKind.IfKeyword,
        ["import"] = TokenKind.ImportKeyword,
        ["in"] = TokenKind.InKeyword,
        ["is"] = TokenKind.IsKeyword,
        ["lambda"] = TokenKind.LambdaKeyword,
        ["nonlocal"] = TokenKind.NonlocalKeyword,
        ["not"] = TokenKind.NotKeyword,
        ["or"] = TokenKind.OrKeyword,
        ["pass"] = TokenKind.PassKeyword,
        ["raise"] = TokenKind.RaiseKeyword,
        ["return"] = TokenKind.ReturnKeyword,
        ["try"] = TokenKind.TryKeyword,
        ["while"] = TokenKind.WhileKeyword,
        ["with"] = TokenKind.WithKeyword,
        ["yield"] = TokenKind.YieldKeyword,
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Tells a reserved word from a name.</summary>
    /// <param name="word">The word.</param>
    /// <returns>The keyword's kind, or <see cref="TokenKind.Name"/>.</returns>
    public static TokenKind Classify(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 8 && Kinds.TryGetValue(word, out var kind) ? kind : TokenKind.Name;
}
