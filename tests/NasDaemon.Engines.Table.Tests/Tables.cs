using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Testing;

namespace NasDaemon.Engines.Table.Tests;

/// <summary>Opens tables, and makes the answers that name their networks.</summary>
internal static class Tables
{
    public const string Cells = "nasbench/nas-bench-201.csv";
    public const string Macro = "nasbench/nas-bench-macro.json";

    /// <summary>A table in a file of <c>shared/data</c>, or anywhere by its whole path.</summary>
    public static PublishedTable Open(ITableFormat format, ComponentDescription description, string file)
    {
        var path = SharedData.Find(file.Split('/')) ?? file;
        var options = DefaultOptions.Of(description, ("file", JsonValue.Create(path)));
        var folders = new DaemonFolders("inbox", "outbox", "state", Path.GetTempPath(), "models");
        return new PublishedTable(new ComponentContext(options, folders, TimeProvider.System, NullLoggerFactory.Instance), format);
    }

    /// <summary>The answers that make a cell.</summary>
    public static AnswerList Cell(string notation) => new(
    [
        .. from node in notation.Split('+').Index()
           from edge in node.Item.Trim('|').Split('|')
           let parts = edge.Split('~')
           select new Answer($"cell/edge {parts[1]}→{node.Index + 1}", 0, [parts[0]]),
    ]);
}
