using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Archives;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Tasks.Requests;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Makes a task of the values that were read, and reports what does not fit together.</summary>
/// <param name="reading">The values.</param>
/// <param name="datasets">The data sets that are known.</param>
internal sealed class TaskBuilder(FieldReading reading, ImmutableSortedDictionary<string, DatasetInfo> datasets)
{
    private const double SgdRate = 0.05;
    private const double AdamRate = 0.001;
    private const double SgdDecay = 0.0005;
    private const double AdamWDecay = 0.01;

    /// <summary>Makes the task.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="defaultEngine">The engine where none is named.</param>
    /// <param name="reference">The source of the network that is to be improved; null where none was given.</param>
    /// <returns>The task; it is of use only where no problem was reported.</returns>
    public SearchTask Build(string name, string defaultEngine, string? reference)
    {
        var notes = new RequestReading(reading, datasets).Run();
        new DatasetCheck(reading, datasets).Run();
        TrainingCheck.Run(reading);
        var training = Training();
        var (space, engine) = (Component(SearchFields.Space), Component(TaskFields.Engine, defaultEngine));
        if (reading.Catalogue.EnginesAndTables.Find(engine.Name)?.Description.Table is { } scope)
        {
            new TableCheck(reading, engine.Name, scope).Run(space.Name);
        }

        return new SearchTask(
            name,
            reading.Get(TaskFields.Request),
            Dataset(),
            space,
            Component(SearchFields.Strategy),
            Component(SearchFields.Estimator),
            engine,
            new Constraints(
                reading.Find(ConstraintFields.MaximumParameters),
                reading.Find(ConstraintFields.MaximumFlops),
                reading.Find(ConstraintFields.MaximumMemory)),
            training,
            new Budget((int)reading.Get(BudgetFields.Trials), reading.Find(BudgetFields.Time), reading.Find(BudgetFields.Target))
            {
                Proposals = (int?)reading.Find(BudgetFields.Proposals),
            },
            new FinalSettings((int)reading.Get(BudgetFields.Finalists), (int)(reading.Find(BudgetFields.FinalEpochs) ?? training.Epochs)),
            (int)reading.Get(TaskFields.Seed))
        {
            Model = reading.IsGiven(TaskFields.Model) ? reading.Get(TaskFields.Model) : null,
            Reference = reference,
            Prior = Prior(),
            WarmStart = (int)reading.Get(SearchFields.WarmStart),
            Notes = notes,
        };
    }

    // Where the component does not exist a problem stands, and the task is thrown away.
    private ComponentSelection Component(ComponentField field, string? fallback = null) =>
        field.Resolve(reading, fallback) ?? new ComponentSelection(string.Empty, OptionValues.None);

    private PriorSelection Prior()
    {
        var prior = reading.Get(SearchFields.Prior);
        if (prior is SearchFields.Archive or SearchFields.NoPrior)
        {
            return prior == SearchFields.Archive ? PriorSelection.Archive : PriorSelection.None;
        }

        if (ArchiveFile.Problem(prior) is { } problem)
        {
            reading.Report(
                reading.Position(SearchFields.Prior),
                $"'prior' cannot be '{prior}': {problem}.",
                "Write archive, none, or the whole path of a file of 'nasdaemon archive export'.");
        }

        return new PriorSelection(false, prior);
    }

    private DatasetSelection Dataset() => new(
        reading.IsGiven(DatasetFields.Name) ? reading.Get(DatasetFields.Name) : string.Empty,
        [.. (reading.Find(DatasetFields.Classes) ?? []).Select(item => item.Value)],
        reading.Get(DatasetFields.Validation),
        reading.Get(DatasetFields.Subset));

    private TrainingSettings Training() => new(
        (int)reading.Get(TrainingFields.Epochs),
        (int)reading.Get(TrainingFields.BatchSize),
        Optimizer(),
        new ScheduleSettings(
            reading.Get(ScheduleFields.Name) switch
            {
                ScheduleFields.Constant => ScheduleKind.Constant,
                ScheduleFields.Step => ScheduleKind.Step,
                _ => ScheduleKind.Cosine,
            },
            reading.Get(ScheduleFields.WarmUpEpochs),
            (int)(reading.Find(ScheduleFields.StepEpochs) ?? 1),
            reading.Get(ScheduleFields.Factor),
            reading.Get(ScheduleFields.Final)),
        reading.Get(TrainingFields.Loss) == TrainingFields.BinaryCrossEntropy ? LossKind.BinaryCrossEntropy : LossKind.CrossEntropy,
        reading.Get(TrainingFields.LabelSmoothing),
        reading.Find(TrainingFields.GradientClipping),
        reading.Get(TrainingFields.Precision) == TrainingFields.BFloat16 ? Precision.BFloat16 : Precision.Float32,
        new AugmentationSettings(
            (int)reading.Get(AugmentationFields.Crop),
            reading.Get(AugmentationFields.Flip),
            reading.Get(AugmentationFields.Normalize)));

    private OptimizerSettings Optimizer()
    {
        var rate = reading.Find(OptimizerFields.LearningRate);
        var decay = reading.Find(OptimizerFields.WeightDecay);
        var (first, second) = reading.Get(OptimizerFields.Betas);
        var epsilon = reading.Get(OptimizerFields.Epsilon);
        var momentum = reading.Get(OptimizerFields.Momentum);
        return reading.Get(OptimizerFields.Name) switch
        {
            OptimizerFields.Adam => new AdamSettings(rate ?? AdamRate, decay ?? 0, first, second, epsilon),
            OptimizerFields.AdamW => new AdamWSettings(rate ?? AdamRate, decay ?? AdamWDecay, first, second, epsilon),
            _ => new SgdSettings(rate ?? SgdRate, decay ?? SgdDecay, momentum, reading.Find(OptimizerFields.Nesterov) ?? momentum > 0),
        };
    }
}
