using System.Globalization;
using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Checks settings that only together make sense.</summary>
internal static class TrainingCheck
{
    /// <summary>Reports what does not fit together.</summary>
    /// <param name="reading">The values, and where problems go.</param>
    public static void Run(FieldReading reading)
    {
        if (reading.Find(OptimizerFields.Nesterov) == true && reading.Get(OptimizerFields.Momentum) == 0)
        {
            reading.Report(reading.Position(OptimizerFields.Nesterov), "'nesterov' needs momentum, and it is 0.", "Write a 'momentum' above 0, as 0.9.");
        }

        if (reading.Get(ScheduleFields.Name) == ScheduleFields.Step && !reading.IsGiven(ScheduleFields.StepEpochs))
        {
            reading.Report(reading.Position(ScheduleFields.Name), "The schedule 'step' needs 'step_epochs'.", "Write after how many epochs the rate steps down.");
        }

        var epochs = reading.Get(TrainingFields.Epochs);
        if (reading.Get(ScheduleFields.WarmUpEpochs) > epochs)
        {
            reading.Report(
                reading.Position(ScheduleFields.WarmUpEpochs),
                string.Create(CultureInfo.InvariantCulture, $"The warm-up is longer than the training of {epochs} epochs."),
                "Write a smaller 'warmup_epochs', or more 'epochs'.");
        }

        if (reading.Get(TrainingFields.Loss) == TrainingFields.BinaryCrossEntropy && reading.Get(TrainingFields.LabelSmoothing) > 0)
        {
            reading.Report(reading.Position(TrainingFields.LabelSmoothing), "'label_smoothing' works with cross-entropy only.", "Remove it, or write 'loss: cross_entropy'.");
        }

        var (finalists, trials) = (reading.Get(BudgetFields.Finalists), reading.Get(BudgetFields.Trials));
        if (finalists > trials)
        {
            reading.Report(
                reading.Position(BudgetFields.Finalists, BudgetFields.Trials),
                string.Create(CultureInfo.InvariantCulture, $"{finalists} finalists cannot come out of {trials} trials."),
                "Write fewer 'finalists', or more 'trials'.");
        }
    }
}
