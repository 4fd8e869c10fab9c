using System.Globalization;
using System.Text;
using NasDaemon.Commands.Tables;

namespace NasDaemon.Commands.Tracing.Layers;

/// <summary>Writes a network's layers as a table with a tree in its first column.</summary>
internal static class LayerTable
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">The rows, the network itself first.</param>
    public static void Write(TextWriter output, IReadOnlyList<LayerRow> rows)
    {
        var table = new TextTable("layer", "input", "output", "parameters", "FLOPs", "line").AlignRight(3, 4, 5);
        var branches = Branches(rows);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            table.Add(
                branches[index] + row.Name,
                row.Inputs,
                row.Outputs,
                Count(row.Parameters),
                Count(row.Flops),
                Count(row.Line == 0 ? null : row.Line));
        }

        table.Write(output);
    }

    // From the last row up, so that each row knows at which depths others of its kind follow.
    private static string[] Branches(IReadOnlyList<LayerRow> rows)
    {
        var branches = new string[rows.Count];
        var open = new HashSet<int>();
        for (var index = rows.Count - 1; index >= 0; index--)
        {
            var depth = rows[index].Depth;
            var text = new StringBuilder();
            for (var level = 1; level < depth; level++)
            {
                text.Append(open.Contains(level) ? "│  " : "   ");
            }

            text.Append(depth == 0 ? string.Empty : open.Contains(depth) ? "├─ " : "└─ ");
            branches[index] = text.ToString();
            open.RemoveWhere(level => level > depth);
            open.Add(depth);
        }

        return branches;
    }

    private static string Count(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? string.Empty;
}
