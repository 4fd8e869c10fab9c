using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Checks a task whose trainings a table answers: the table must hold what the task asks for.</summary>
/// <param name="reading">The values, and where problems go.</param>
/// <param name="table">The table's name.</param>
/// <param name="scope">What it holds.</param>
internal sealed class TableCheck(FieldReading reading, string table, TableScope scope)
{
    /// <summary>Reports what the table does not hold.</summary>
    /// <param name="space">The task's search space.</param>
    public void Run(string space)
    {
        if (!scope.Spaces.Contains(space))
        {
            reading.Report(reading.Position(), $"The table '{table}' knows no networks of the search space '{space}'.", $"Write under 'search' one of: space: {List(scope.Spaces)}.");
        }

        CheckDataset();
        CheckEpochs(TrainingFields.Epochs, "training: epochs");
        CheckEpochs(BudgetFields.FinalEpochs, "final: epochs");
    }

    private void CheckDataset()
    {
        if (reading.IsGiven(DatasetFields.Name) && reading.Get(DatasetFields.Name) is var dataset && !scope.Datasets.Contains(dataset))
        {
            reading.Report(
                reading.Position(DatasetFields.Name),
                $"The table '{table}' has no trainings on '{dataset}'.",
                $"Write one of: {List(scope.Datasets)}.");
        }

        foreach (Field field in (ReadOnlySpan<Field>)[DatasetFields.Classes, DatasetFields.Subset, DatasetFields.Validation])
        {
            if (reading.IsGiven(field))
            {
                reading.Report(reading.Position(field), $"The trainings of the table '{table}' took the whole data set in a split of their own.", $"Remove '{field.Name}'.");
            }
        }
    }

    private void CheckEpochs(WholeNumberField field, string key)
    {
        var isAsked = field.HasDefault || reading.IsGiven(field);
        if (isAsked && reading.Get(field) is var epochs && !scope.Epochs.Contains((int)epochs))
        {
            var known = List([.. scope.Epochs.Select(number => number.ToString(CultureInfo.InvariantCulture))]);
            reading.Report(
                reading.Position(field),
                string.Create(CultureInfo.InvariantCulture, $"The table '{table}' has no trainings of {epochs} epochs."),
                $"Write '{key}: N' with N one of: {known}.");
        }
    }

    private static string List(ImmutableArray<string> names) => string.Join(", ", names);
}
