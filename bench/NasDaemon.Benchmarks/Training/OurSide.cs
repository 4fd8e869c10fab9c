using System.Diagnostics;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch;

namespace NasDaemon.Benchmarks.Training;

/// <summary>Our engine in this process.</summary>
internal sealed class OurSide : IDisposable
{
    private readonly LibTorchEngine _engine = new(new LibTorchOptions("cpu", ForceBFloat16: false));
    private readonly ITrainingSession _session;

    /// <summary>Opens a session.</summary>
    /// <param name="architecture">The traced network.</param>
    /// <param name="subject">How it is trained.</param>
    /// <param name="images">What it is trained on.</param>
    public OurSide(Architecture architecture, Subject subject, SyntheticImages images)
    {
        var training = new TrainingSettings(
            Epochs: 1000,
            subject.BatchSize,
            subject.Optimizer,
            new ScheduleSettings(ScheduleKind.Constant, WarmUpEpochs: 0, StepEpochs: 1, StepFactor: 1, FinalShare: 1),
            LossKind.CrossEntropy,
            LabelSmoothing: 0,
            GradientClipNorm: null,
            Precision.Float32,
            new AugmentationSettings(CropPadding: 0, HorizontalFlip: false, Normalisation: true));
        _session = _engine.Open(new SessionSetup(architecture, training, images.ToSessionData(), Seed: 1));
    }

    /// <summary>Trains some steps.</summary>
    /// <param name="steps">How many.</param>
    /// <returns>How long they took.</returns>
    public Timing Train(int steps)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var wall = Stopwatch.GetTimestamp();
        for (var done = 0; done < steps;)
        {
            done += _session.TrainBatches(steps - done, [], CancellationToken.None).Batches;
        }

        var elapsed = Stopwatch.GetElapsedTime(wall);
        process.Refresh();
        return new Timing(elapsed, process.TotalProcessorTime - processor);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _engine.Dispose();
    }
}
