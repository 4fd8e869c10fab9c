using System.Globalization;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Pipeline.Weights;
using NasDaemon.Pipeline.Workers.Protocol;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>Trains one trial in this process, from its checkpoint where it has one. <see cref="TrialFolder"/> tells what is written when.</summary>
internal sealed class TrialTraining(
    TrialRequest request,
    SessionData data,
    ITrainingEngine engine,
    CommandReader commands,
    MessageWriter messages,
    TimeProvider time)
{
    private readonly TrialFolder _folder = new(request.Folder);
    private readonly List<EpochMetrics> _epochs = [];

    public TrialResult Run()
    {
        _folder.Create();
        messages.Write(new EngineMessage(engine.Info));
        using var session = Open();
        foreach (var epoch in _epochs)
        {
            if (Ask(epoch) is { } ended)
            {
                return ended;
            }
        }

        var trainer = new EpochTrainer(session, request.Training.Epochs, () => messages.Write(new HeartbeatMessage()), time);
        while (session.EpochsDone < request.MaximumEpochs)
        {
            var epoch = trainer.Train(evaluate: request.Kind == TrialKind.Search);
            if (Diverged(epoch) is { } failure)
            {
                return Record(Result(TrialEnd.Failed, failure: failure));
            }

            _epochs.Add(epoch);
            if (session.EpochsDone == request.MaximumEpochs)
            {
                break;
            }

            _folder.WriteEpochs(_epochs);
            session.Save(_folder.Checkpoint);
            if (Ask(epoch) is { } ended)
            {
                return ended;
            }
        }

        var result = Record(Finish(session));
        Ask(_epochs[^1]);
        return result;
    }

    private ITrainingSession Open()
    {
        if (File.Exists(_folder.Checkpoint) && TryResume() is { } resumed)
        {
            return resumed;
        }

        _folder.DropCheckpoint();
        var session = OpenAfresh();
        if (request.InitialWeights is { } weights)
        {
            session.SetWeights(InheritedWeights.Read(weights, request.Architecture));
        }

        return session;
    }

    private ITrainingSession? TryResume()
    {
        var session = OpenAfresh();
        try
        {
            session.Restore(_folder.Checkpoint);
            _epochs.AddRange(_folder.ReadEpochs().Take(session.EpochsDone));
        }
        catch (EngineException)
        {
            // A checkpoint that cannot be read costs the epochs that it held and nothing else.
            session.Dispose();
            return null;
        }

        if (_epochs.Count == session.EpochsDone)
        {
            return session;
        }

        _epochs.Clear();
        session.Dispose();
        return null;
    }

    private ITrainingSession OpenAfresh() => engine.Open(new SessionSetup(request.Architecture, request.Training, data, request.Seed));

    private TrialResult? Ask(EpochMetrics epoch)
    {
        if (epoch.Epoch <= request.EpochsKnown)
        {
            return null;
        }

        messages.Write(new EpochMessage(epoch));
        return commands.NextDecision() switch
        {
            EpochDecision.Pause => Result(TrialEnd.Paused),
            EpochDecision.Stop => Result(TrialEnd.Stopped),
            _ => null,
        };
    }

    private TrialResult Finish(ITrainingSession session)
    {
        if (request.Kind == TrialKind.Search)
        {
            return Result(TrialEnd.Finished);
        }

        var begun = time.GetTimestamp();
        var test = session.Evaluate(SamplePart.Test, [], CancellationToken.None);
        var seconds = time.GetElapsedTime(begun).TotalSeconds;
        session.ExportTorchScript(_folder.Model);
        SafetensorsFile.Write(_folder.Weights, session.GetWeights(), SafetensorsFile.PyTorchMetadata);
        _folder.WriteScaling(session.Scaling);
        return Result(TrialEnd.Finished, test, testSeconds: seconds);
    }

    private TrialResult Record(TrialResult result)
    {
        _folder.WriteResult(new RecordedResult(result, [.. _epochs], engine.Info));
        _folder.DropCheckpoint();
        return result;
    }

    private TrialResult Result(TrialEnd end, Evaluation? test = null, Failure? failure = null, double testSeconds = 0) =>
        new(end, _epochs.Count, _epochs.LastOrDefault(), test, _epochs.Sum(epoch => epoch.Seconds) + testSeconds, failure);

    private static Failure? Diverged(EpochMetrics epoch) => (epoch.TrainLoss, epoch.Validation) switch
    {
        ({ } loss, _) when !double.IsFinite(loss) => Diverged("training", loss, epoch),
        (_, { } validation) when !double.IsFinite(validation.Loss) => Diverged("validation", validation.Loss, epoch),
        _ => null,
    };

    private static Failure Diverged(string part, double loss, EpochMetrics epoch) => new(
        FailureClass.Diverged,
        string.Create(CultureInfo.InvariantCulture, $"The {part} loss became {loss} in epoch {epoch.Epoch}."),
        Hint: "A lower learning rate, a warm-up or gradient clipping helps most often.");
}
