using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.Table.Cells;

/// <summary>The table of all 15,625 cells of NAS-Bench-201 on three data sets, after 12 and after 200 epochs.</summary>
/// <remarks>
/// Dong and Yang, "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search", ICLR 2020. The two lengths are
/// trainings of their own, each with a schedule that ends there.
/// </remarks>
internal sealed class CellTableFormat : ITableFormat
{
    private const string CellColumn = "arch";

    /// <summary>Name, summary, options and scope.</summary>
    public static ComponentDescription Description { get; } = new(
        "nas-bench-201",
        "The table of NAS-Bench-201: 15,625 cells, trained for 12 and for 200 epochs on three data sets.",
        [FileOption.Define("nasbench/nas-bench-201.csv")])
    {
        Table = new TableScope(["nas-bench-201", "cell"], [.. CellDataset.All.Select(dataset => dataset.Name)], [CellDataset.ShortEpochs, CellDataset.FullEpochs]),
    };

    /// <inheritdoc/>
    public EngineInfo Info { get; } = new(Description.Name, "1.0", "table", "The table's networks were trained in float32.");

    /// <inheritdoc/>
    public TableContent Read(string path)
    {
        var lines = File.ReadLines(path).GetEnumerator();
        using (lines)
        {
            var header = lines.MoveNext() ? lines.Current.Split(',') : [];
            var cell = Array.IndexOf(header, CellColumn);
            var series = CellDataset.All.SelectMany(dataset => CellSeries.Of(dataset, header)).ToList();
            if (cell < 0 || series.Exists(one => !one.IsComplete))
            {
                throw new InvalidDataException("Its first line does not name the columns of the table.");
            }

            for (var number = 2; lines.MoveNext(); number++)
            {
                Take(lines.Current.Split(','), cell, series, number);
            }

            return new TableContent(series.ToDictionary(one => one.Recipe, one => one.Results));
        }
    }

    /// <inheritdoc/>
    public string? NameOf(AnswerList answers) => CellNotation.Of(answers);

    private static void Take(string[] fields, int cell, List<CellSeries> series, int line)
    {
        try
        {
            foreach (var one in series)
            {
                one.Take(fields[cell], fields);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"Line {line} is no row of the table. {exception.Message}", exception);
        }
    }
}
