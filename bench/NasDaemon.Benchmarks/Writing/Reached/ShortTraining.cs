using System.Text.Json;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Datasets.Vision;
using NasDaemon.Engines.LibTorch;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Benchmarks.Writing.Reached;

/// <summary>Trains networks shortly on a tenth of CIFAR-10, each graph once: what was trained stands in a file, and is not trained again.</summary>
internal sealed class ShortTraining : IDisposable
{
    private const double TrainedShare = 0.1;
    private const double HeldOutShare = 0.2;
    private const int Seed = 1;

    private static readonly TrainingSettings Training = new(
        Epochs: 1,
        BatchSize: 64,
        new AdamWSettings(0.002, 0.01, 0.9, 0.999, 1e-8),
        new ScheduleSettings(ScheduleKind.Cosine, WarmUpEpochs: 0.1, StepEpochs: 1, StepFactor: 1, FinalShare: 0),
        LossKind.CrossEntropy,
        LabelSmoothing: 0,
        GradientClipNorm: null,
        Precision.Float32,
        new AugmentationSettings(CropPadding: 0, HorizontalFlip: false, Normalisation: true));

    private readonly LibTorchEngine _engine = new(new LibTorchOptions("cpu", ForceBFloat16: false));
    private readonly SessionData _data;
    private readonly string _file;
    private readonly Dictionary<string, double> _known;

    /// <summary>Opens the data.</summary>
    /// <param name="dataFolder">The folder that has CIFAR-10.</param>
    /// <param name="file">Where the results are kept; it need not exist.</param>
    /// <exception cref="InvalidDataException">The data set is not there; the message says what helps.</exception>
    public ShortTraining(string dataFolder, string file)
    {
        var cifar = new VisionDatasets(dataFolder).Open("cifar10");
        var selection = new DatasetSelection("cifar10", [], TrainedShare, HeldOutShare);
        _data = new DataSplitter(new RandomStreams(Seed)).Split(cifar.Dataset ?? throw new InvalidDataException(cifar.Problem), selection, dataShare: 1, TrialKind.Search);
        _file = file;
        _known = File.Exists(file)
            ? File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Result>(line)!).ToDictionary(result => result.Graph, result => result.Accuracy)
            : [];
    }

    /// <summary>Trains a network.</summary>
    /// <param name="graph">The fingerprint of its graph.</param>
    /// <param name="architecture">The network.</param>
    /// <returns>Its accuracy on the samples that were held out; 0 where it cannot be trained.</returns>
    public double Reach(string graph, Architecture architecture)
    {
        if (!_known.TryGetValue(graph, out var accuracy))
        {
            accuracy = _known[graph] = Train(architecture);
            File.AppendAllText(_file, JsonSerializer.Serialize(new Result(graph, accuracy)) + "\n");
        }

        return accuracy;
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private double Train(Architecture architecture)
    {
        try
        {
            using var session = _engine.Open(new SessionSetup(architecture, Training, _data, Seed));
            while (session.EpochsDone < Training.Epochs)
            {
                session.TrainBatches(session.BatchesPerEpoch, [], CancellationToken.None);
            }

            return session.Evaluate(SamplePart.Validation, [], CancellationToken.None).Accuracy;
        }
        catch (EngineException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 0;
        }
    }

    private sealed record Result(string Graph, double Accuracy);
}
