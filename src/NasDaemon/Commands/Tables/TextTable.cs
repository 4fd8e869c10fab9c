using NasDaemon.Commands.Output;

namespace NasDaemon.Commands.Tables;

/// <summary>A table in plain text: columns as wide as their widest cell, two spaces apart.</summary>
/// <param name="headings">One a column.</param>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];
    private readonly HashSet<int> _right = [];

    /// <summary>Whether it has a row besides the headings.</summary>
    public bool HasRows => _rows.Count > 1;

    /// <summary>Aligns columns to the right.</summary>
    /// <param name="columns">Their indices.</param>
    /// <returns>This table.</returns>
    public TextTable AlignRight(params int[] columns)
    {
        _right.UnionWith(columns);
        return this;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One a column.</param>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(PlainText.Of)]);

    /// <summary>Writes the table.</summary>
    /// <param name="output">Where to.</param>
    public void Write(TextWriter output)
    {
        var widths = headings.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => _right.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
