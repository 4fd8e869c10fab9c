using System.Text.Json;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Testing;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests.Training;

/// <summary>Trains every case and has one Python process repeat them all: importing PyTorch takes longer than the training.</summary>
public sealed class TrainingComparisons : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // Without augmentation, so that PyTorch can be given the same batches.
    private static readonly TrainingSettings Plain = Recipes.Augmented with
    {
        Epochs = 2,
        Augmentation = new AugmentationSettings(CropPadding: 0, HorizontalFlip: false, Normalisation: true),
        GradientClipNorm = null,
        LabelSmoothing = 0,
        Schedule = new ScheduleSettings(ScheduleKind.Constant, WarmUpEpochs: 0, StepEpochs: 1, StepFactor: 1, FinalShare: 1),
    };

    // A large epsilon: the bias before batch normalisation has a gradient of rounding errors only, which Adam would blow up.
    private static readonly AdamSettings Adam = new(0.01, 0.01, 0.9, 0.99, 1e-2);
    private static readonly AdamWSettings AdamW = new(0.01, 0.1, 0.8, 0.95, 1e-2);
    private static readonly SgdSettings Nesterov = new(0.05, 0.01, 0.9, Nesterov: true);

    private readonly Dictionary<string, TrainingComparison> _comparisons = [];

    /// <summary>The cases by name.</summary>
    public static IReadOnlyDictionary<string, TrainingSettings> Cases { get; } = new Dictionary<string, TrainingSettings>
    {
        ["sgd"] = Plain with { Optimizer = new SgdSettings(0.05, 0, 0, false) },
        ["sgd with momentum and weight decay"] = Plain with { Optimizer = new SgdSettings(0.05, 0.01, 0.9, false) },
        ["sgd, nesterov"] = Plain with { Optimizer = Nesterov },
        ["adam"] = Plain with { Optimizer = Adam },
        ["adamw"] = Plain with { Optimizer = AdamW },
        ["step schedule"] = Plain with { Epochs = 3, Schedule = new(ScheduleKind.Step, 0, 1, 0.3, 1) },
        ["cosine with warm-up"] = Plain with { Epochs = 3, Schedule = new(ScheduleKind.Cosine, 1.5, 1, 1, 0.05) },
        ["clipped"] = Plain with { GradientClipNorm = 0.5 },
        ["label smoothing"] = Plain with { LabelSmoothing = 0.2 },
        ["binary"] = Plain with { Loss = LossKind.BinaryCrossEntropy, LabelSmoothing = 0.1 },
        ["accelerator's sgd"] = Plain with { Optimizer = Nesterov, GradientClipNorm = 1 },
        ["accelerator's adam"] = Plain with { Optimizer = Adam, GradientClipNorm = 1 },
        ["accelerator's adamw"] = Plain with { Optimizer = AdamW, GradientClipNorm = 1 },
        ["attention"] = Plain with { Optimizer = AdamW },
        ["two modes"] = Plain with { Optimizer = AdamW },
        ["one row at a time"] = Plain with { Optimizer = AdamW },
    };

    /// <summary>How far a case is from PyTorch.</summary>
    /// <param name="name">The case.</param>
    /// <returns>The differences.</returns>
    public TrainingComparison Of(string name) => _comparisons[name];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        TemporaryFolder[] folders = [.. Cases.Select(_ => new TemporaryFolder())];
        try
        {
            string[] files = [.. Cases.Zip(folders, (pair, folder) => Write(folder, pair.Key, pair.Value))];
            var script = Path.Combine(AppContext.BaseDirectory, "Training", "compare_training.py");
            var answers = JsonSerializer.Deserialize<TrainingComparison[]>(await PythonTorch.RunAsync(script, files), Json)!;
            foreach (var (name, answer) in Cases.Keys.Zip(answers))
            {
                _comparisons.Add(name, answer);
            }
        }
        finally
        {
            Array.ForEach(folders, folder => folder.Dispose());
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    private static string Write(TemporaryFolder folder, string name, TrainingSettings training)
    {
        var composed = name.StartsWith("accelerator", StringComparison.Ordinal);
        var options = new LibTorchOptions("cpu", ForceBFloat16: false) { ComposedUpdate = composed };
        return name switch
        {
            "attention" => TrainingCase.Write(folder, SmallNetworks.AttentionSource, training, options),
            "two modes" => TrainingCase.Write(folder, SmallNetworks.TwoModesSource, training, options),
            "one row at a time" => TrainingCase.Write(folder, SmallNetworks.SequenceSource, training, options),
            _ => TrainingCase.Write(folder, training, options),
        };
    }
}
