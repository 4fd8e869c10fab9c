using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Data;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Checks what a task says against the data set that it names.</summary>
/// <param name="reading">The values, and where problems go.</param>
/// <param name="datasets">The data sets that are known.</param>
internal sealed class DatasetCheck(FieldReading reading, ImmutableSortedDictionary<string, DatasetInfo> datasets)
{
    /// <summary>Reports what does not fit. Without a known data set there is nothing to check against.</summary>
    public void Run()
    {
        if (!reading.IsGiven(DatasetFields.Name))
        {
            return;
        }

        var name = reading.Get(DatasetFields.Name);
        if (!datasets.TryGetValue(name, out var dataset))
        {
            reading.Report(reading.Position(DatasetFields.Name), $"There is no data set '{name}'.", NearName.Remedy(name, [.. datasets.Keys]));
            return;
        }

        CheckClasses(dataset);
        CheckLoss(dataset);
        CheckSplit(dataset);
        CheckCrop(dataset);
    }

    private int ClassCount(DatasetInfo dataset) => reading.Find(DatasetFields.Classes)?.Length ?? dataset.Classes.Length;

    private void CheckClasses(DatasetInfo dataset)
    {
        foreach (var item in reading.Find(DatasetFields.Classes) ?? [])
        {
            if (!dataset.Classes.Contains(item.Value))
            {
                reading.Report(item.Position, $"The data set '{dataset.Name}' has no class '{item.Value}'.", NearName.Remedy(item.Value, dataset.Classes));
            }
        }
    }

    private void CheckLoss(DatasetInfo dataset)
    {
        var count = ClassCount(dataset);
        if (reading.Get(TrainingFields.Loss) == TrainingFields.BinaryCrossEntropy && count != 2)
        {
            reading.Report(
                reading.Position(TrainingFields.Loss),
                string.Create(CultureInfo.InvariantCulture, $"The loss 'bce' needs exactly two classes, and there are {count}."),
                "Name two under 'dataset: classes', or write 'loss: cross_entropy'.");
        }
    }

    private void CheckSplit(DatasetInfo dataset)
    {
        var used = dataset.TrainSamples * reading.Get(DatasetFields.Subset) * ClassCount(dataset) / Math.Max(1, dataset.Classes.Length);
        var validation = used * reading.Get(DatasetFields.Validation);
        if (validation < 1 || used - validation < 1)
        {
            reading.Report(
                reading.Position(DatasetFields.Validation, DatasetFields.Subset, DatasetFields.Name),
                string.Create(CultureInfo.InvariantCulture, $"Of {dataset.TrainSamples} training samples, these shares leave none to train on or none to validate on."),
                "Use a larger 'subset', or a 'validation' further from 0 and 1.");
        }
    }

    private void CheckCrop(DatasetInfo dataset)
    {
        var side = dataset.SampleShape.Length == 3 ? Math.Min(dataset.SampleShape[1], dataset.SampleShape[2]) : 0;
        if (reading.Get(AugmentationFields.Crop) is > 0 and var crop && crop >= side)
        {
            reading.Report(
                reading.Position(AugmentationFields.Crop),
                string.Create(CultureInfo.InvariantCulture, $"A crop by {crop} pixels is too much for samples with a side of {side}."),
                "Write a smaller number; 4 is usual for 32 × 32.");
        }
    }
}
