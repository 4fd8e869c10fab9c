using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Engines.LibTorch.Training;

/// <summary>The learning rate of every optimizer step.</summary>
/// <remarks>Cosine: Loshchilov and Hutter 2017, equation 5, without restarts.</remarks>
internal sealed class LearningRateSchedule
{
    private readonly ScheduleSettings _settings;
    private readonly double _rate;
    private readonly int _stepsPerEpoch;
    private readonly double _warmUpSteps;
    private readonly double _totalSteps;

    /// <summary>Prepares the schedule of a training.</summary>
    /// <param name="training">The recipe.</param>
    /// <param name="stepsPerEpoch">Optimizer steps of an epoch.</param>
    public LearningRateSchedule(TrainingSettings training, int stepsPerEpoch)
    {
        _settings = training.Schedule;
        _rate = training.Optimizer.LearningRate;
        _stepsPerEpoch = stepsPerEpoch;
        _warmUpSteps = _settings.WarmUpEpochs * stepsPerEpoch;
        _totalSteps = (double)training.Epochs * stepsPerEpoch;
    }

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">Which step of the training, from 0.</param>
    /// <returns>The rate.</returns>
    public double At(long step) =>
        _rate * (step < _warmUpSteps ? (step + 1) / (_warmUpSteps + 1) : ShareAfterWarmUp(step));

    private double ShareAfterWarmUp(long step) => _settings.Kind switch
    {
        ScheduleKind.Constant => 1,
        ScheduleKind.Step => Math.Pow(_settings.StepFactor, step / _stepsPerEpoch / Math.Max(_settings.StepEpochs, 1)),
        ScheduleKind.Cosine => Cosine(step),
        _ => throw new InvalidOperationException($"The engine does not know the schedule {_settings.Kind}."),
    };

    private double Cosine(long step)
    {
        var progress = Math.Clamp((step - _warmUpSteps) / Math.Max(_totalSteps - _warmUpSteps, 1), 0, 1);
        return _settings.FinalShare + ((1 - _settings.FinalShare) * (1 + Math.Cos(Math.PI * progress)) / 2);
    }
}
