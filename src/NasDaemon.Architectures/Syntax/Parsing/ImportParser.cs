using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses imports.</summary>
/// <param name="cursor">The cursor.</param>
internal sealed class ImportParser(TokenCursor cursor)
{
    /// <summary>Parses <c>import a.b as c, d</c>.</summary>
    /// <returns>The statement.</returns>
    public ImportStatement ParseImport()
    {
        var position = cursor.Take().Position;
        var names = ImmutableArray.CreateBuilder<ImportName>();
        do
        {
            var name = ParseDotted();
            var alias = ParseAlias();
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            cursor.Scope.Bind(alias ?? (dot < 0 ? name : name[..dot]));
            names.Add(new ImportName(name, alias));
        }
        while (cursor.Accept(TokenKind.Comma));

        return new ImportStatement(position, names.ToImmutable());
    }

    /// <summary>Parses <c>from module import a as b, c</c>.</summary>
    /// <returns>The statement.</returns>
    public ImportFromStatement ParseFrom()
    {
        var position = cursor.Take().Position;
        var dots = string.Empty;
        while (cursor.Kind is TokenKind.Dot or TokenKind.Ellipsis)
        {
            dots += cursor.Take().Kind == TokenKind.Dot ? "." : "...";
        }

        var module = dots + (cursor.Kind == TokenKind.ImportKeyword && dots.Length > 0 ? string.Empty : ParseDotted());
        cursor.Expect(TokenKind.ImportKeyword);
        if (cursor.Accept(TokenKind.Star))
        {
            if (cursor.Scope.Kind != ScopeKind.Module)
            {
                cursor.Fail("import * only allowed at module level", position);
            }

            return new ImportFromStatement(position, module, [new ImportName("*", null)]);
        }

        var isWrapped = cursor.Accept(TokenKind.LeftParenthesis);
        var names = ImmutableArray.CreateBuilder<ImportName>();
        do
        {
            var name = cursor.ExpectName();
            var alias = ParseAlias();
            cursor.Scope.Bind(alias ?? name);
            names.Add(new ImportName(name, alias));
        }
        while (cursor.Accept(TokenKind.Comma) && !(isWrapped && cursor.Kind == TokenKind.RightParenthesis));

        if (isWrapped)
        {
            cursor.Expect(TokenKind.RightParenthesis);
        }

        return new ImportFromStatement(position, module, names.ToImmutable());
    }

    private string ParseDotted()
    {
        var name = cursor.ExpectName();
        while (cursor.Accept(TokenKind.Dot))
        {
            name = $"{name}.{cursor.ExpectName()}";
        }

        return name;
    }

    private string? ParseAlias() => cursor.Accept(TokenKind.AsKeyword) ? cursor.ExpectName() : null;
}
