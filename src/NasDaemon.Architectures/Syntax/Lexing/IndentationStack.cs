namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>The indentations of the open blocks, measured twice as Python does: with tabs to the next multiple of eight, and with tabs as one.</summary>
internal sealed class IndentationStack
{
    private readonly Stack<(int Wide, int Narrow)> _levels = new([(0, 0)]);

    /// <summary>Blocks that are open.</summary>
    public int Depth => _levels.Count - 1;

    /// <summary>Takes the indentation of a line.</summary>
    /// <param name="wide">With tabs to the next multiple of eight.</param>
    /// <param name="narrow">With tabs as one.</param>
    /// <param name="change">1 where a block opens, minus the number of blocks that close, or 0.</param>
    /// <returns>Python's message where the indentation is wrong; else null.</returns>
    public string? Enter(int wide, int narrow, out int change)
    {
        change = 0;
        var current = _levels.Peek();
        if (wide == current.Wide)
        {
            return narrow == current.Narrow ? null : "inconsistent use of tabs and spaces in indentation";
        }

        if (wide > current.Wide)
        {
            change = 1;
            _levels.Push((wide, narrow));
            return narrow > current.Narrow ? null : "inconsistent use of tabs and spaces in indentation";
        }

        while (_levels.Peek().Wide > wide)
        {
            _levels.Pop();
            change--;
        }

        return _levels.Peek().Wide == wide ? null : "unindent does not match any outer indentation level";
    }
}
