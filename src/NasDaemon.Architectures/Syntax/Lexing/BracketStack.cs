namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>The brackets that are open: inside them, line ends do not count.</summary>
internal sealed class BracketStack
{
    private readonly Stack<(char Bracket, SourcePosition Position)> _open = new();

    /// <summary>How many are open.</summary>
    public int Count => _open.Count;

    /// <summary>Opens one.</summary>
    /// <param name="bracket">The bracket.</param>
    /// <param name="position">Where it is.</param>
    public void Open(char bracket, SourcePosition position) => _open.Push((bracket, position));

    /// <summary>Closes one.</summary>
    /// <param name="bracket">The closing bracket.</param>
    /// <param name="line">The line that it is on.</param>
    /// <returns>Python's message where it closes none; else null.</returns>
    public string? Close(char bracket, int line)
    {
        if (!_open.TryPop(out var open))
        {
            return $"unmatched '{bracket}'";
        }

        var fits = (open.Bracket, bracket) is ('(', ')') or ('[', ']') or ('{', '}');
        if (fits)
        {
            return null;
        }

        var where = open.Position.Line == line ? string.Empty : $" on line {open.Position.Line}";
        return $"closing parenthesis '{bracket}' does not match opening parenthesis '{open.Bracket}'{where}";
    }

    /// <summary>The innermost open bracket.</summary>
    /// <returns>The bracket and its place.</returns>
    public (char Bracket, SourcePosition Position) Innermost() => _open.Peek();
}
