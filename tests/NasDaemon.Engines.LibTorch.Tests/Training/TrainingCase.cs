using System.Text.Json;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Engines.LibTorch.Samples;
using NasDaemon.Testing;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests.Training;

/// <summary>Trains a small network by the engine and writes down what PyTorch needs to repeat it from the same weights on the same batches.</summary>
internal static class TrainingCase
{
    private const long Seed = 5;

    /// <summary>Trains the convolutional network.</summary>
    public static string Write(TemporaryFolder folder, TrainingSettings training, LibTorchOptions options)
    {
        var outputs = training.Loss == LossKind.BinaryCrossEntropy ? 1 : SyntheticImages.Classes;
        var network = SmallNetworks.Convolutional(outputs, dropout: 0);
        return Write(folder, network, SmallNetworks.ConvolutionalSource, [outputs, 0], training, options);
    }

    /// <summary>Trains the network of a source.</summary>
    public static string Write(TemporaryFolder folder, string source, TrainingSettings training, LibTorchOptions options)
    {
        var shape = new NetworkShape([SmallNetworks.Channels, SmallNetworks.Side, SmallNetworks.Side], SyntheticImages.Classes);
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(shape));
        return Write(folder, traced.Architecture!, source, [], training, options);
    }

    private static string Write(
        TemporaryFolder folder, Architecture network, string source, int[] arguments, TrainingSettings training, LibTorchOptions options)
    {
        var data = SyntheticImages.Write(folder, training.Loss == LossKind.BinaryCrossEntropy ? 2 : SyntheticImages.Classes);
        var (initial, trained) = (folder.Combine("initial.pt"), folder.Combine("trained.pt"));

        using var engine = new LibTorchEngine(options);
        using var session = engine.Open(new SessionSetup(network, training, data, Seed));
        session.ExportTorchScript(initial);
        var batches = new List<int[]>();
        var losses = new List<double>();
        var order = new EpochOrder(data.Train, (ulong)Seed);
        while (session.EpochsDone < training.Epochs)
        {
            batches.AddRange(order.Of(session.EpochsDone).ToArray().Chunk(training.BatchSize));
            for (var batch = 0; batch < session.BatchesPerEpoch; batch++)
            {
                losses.Add(session.TrainBatches(1, [], CancellationToken.None).MeanLoss);
            }
        }

        session.ExportTorchScript(trained);
        var file = folder.Combine("case.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            source,
            arguments,
            initial,
            trained,
            images = data.Dataset.Train.Blocks[0].Path,
            labels = data.Dataset.Train.Labels,
            means = session.Scaling.Means,
            deviations = session.Scaling.Deviations,
            optimizer = OptimizerName(training.Optimizer),
            optimizer_options = OptimizerOptions(training.Optimizer),
            schedule = training.Schedule.Kind.ToString(),
            warm_up_epochs = training.Schedule.WarmUpEpochs,
            step_epochs = training.Schedule.StepEpochs,
            step_factor = training.Schedule.StepFactor,
            final_share = training.Schedule.FinalShare,
            steps_per_epoch = session.BatchesPerEpoch,
            total_steps = session.BatchesPerEpoch * training.Epochs,
            loss = training.Loss.ToString(),
            label_smoothing = training.LabelSmoothing,
            clip_norm = training.GradientClipNorm,
            batches,
            losses,
        }));
        return file;
    }

    private static string OptimizerName(OptimizerSettings optimizer) => optimizer switch
    {
        SgdSettings => "sgd",
        AdamSettings => "adam",
        _ => "adamw",
    };

    private static Dictionary<string, object> OptimizerOptions(OptimizerSettings optimizer)
    {
        var options = new Dictionary<string, object> { ["lr"] = optimizer.LearningRate, ["weight_decay"] = optimizer.WeightDecay };
        switch (optimizer)
        {
            case SgdSettings sgd:
                (options["momentum"], options["nesterov"]) = (sgd.Momentum, sgd.Nesterov);
                break;
            case AdamSettings adam:
                (options["betas"], options["eps"]) = (new[] { adam.Beta1, adam.Beta2 }, adam.Epsilon);
                break;
            case AdamWSettings adamW:
                (options["betas"], options["eps"]) = (new[] { adamW.Beta1, adamW.Beta2 }, adamW.Epsilon);
                break;
        }

        return options;
    }
}
