using System.Globalization;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.Table.Cells;

/// <summary>The results of all cells under one recipe, and the columns that they come from.</summary>
internal sealed class CellSeries
{
    private readonly CellDataset _dataset;
    private readonly int _validation;
    private readonly int _test;
    private readonly int _seconds;

    private CellSeries(CellDataset dataset, int epochs, string[] header)
    {
        _dataset = dataset;
        Recipe = new TabulatedRecipe(dataset.Name, epochs);
        _validation = Array.IndexOf(header, $"val{epochs}_{dataset.Column}");
        _test = Array.IndexOf(header, $"test{epochs}_{dataset.Column}");
        _seconds = Array.IndexOf(header, dataset.SecondsColumn);
    }

    /// <summary>The recipe.</summary>
    public TabulatedRecipe Recipe { get; }

    /// <summary>The results by cell.</summary>
    public Dictionary<string, TabulatedTraining> Results { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the file has all of its columns.</summary>
    public bool IsComplete => _validation >= 0 && _test >= 0 && _seconds >= 0;

    /// <summary>The series of a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="header">The names of the file's columns.</param>
    /// <returns>One a length of training.</returns>
    public static IEnumerable<CellSeries> Of(CellDataset dataset, string[] header) =>
        [new(dataset, CellDataset.ShortEpochs, header), new(dataset, CellDataset.FullEpochs, header)];

    /// <summary>Takes the result of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="fields">Its row.</param>
    public void Take(string cell, string[] fields) => Results.Add(cell, new TabulatedTraining(
        Figures.Evaluation(Number(fields[_validation]), _dataset.ValidationSamples),
        Figures.Evaluation(Number(fields[_test]), _dataset.TestSamples),
        Number(fields[_seconds]) * Recipe.Epochs / CellDataset.FullEpochs));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
