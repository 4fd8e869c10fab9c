using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Pipeline.Workers.Protocol;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>What runs inside a worker process: takes commands from its input, one after another: trains trials, writes networks.</summary>
/// <param name="datasets">The providers of data sets.</param>
/// <param name="createEngine">Makes a training engine; each is made once and kept.</param>
/// <param name="time">The clock.</param>
public sealed class WorkerLoop(
    IReadOnlyList<IDatasetProvider> datasets,
    Func<ComponentSelection, ITrainingEngine> createEngine,
    TimeProvider time) : IDisposable
{
    private readonly Dictionary<ComponentSelection, ITrainingEngine> _engines = [];
    private readonly Dictionary<string, Dataset> _datasets = [];

    /// <summary>Serves until the input ends.</summary>
    /// <param name="input">Commands, a line each.</param>
    /// <param name="output">Messages, a line each; nothing else may write there.</param>
    /// <param name="inputEnded">Called at once when the input ends, also in the middle of a trial. A worker process ends itself here.</param>
    /// <returns>When the input has ended.</returns>
    public Task RunAsync(TextReader input, TextWriter output, Action inputEnded) =>
        Task.Factory.StartNew(() => Serve(input, output, inputEnded), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var engine in _engines.Values)
        {
            engine.Dispose();
        }
    }

    private void Serve(TextReader input, TextWriter output, Action inputEnded)
    {
        using var commands = new CommandReader(input, inputEnded);
        var messages = new MessageWriter(output);
        while (commands.Next() is { } command)
        {
            if (command is RunCommand run)
            {
                messages.Write(new EndMessage(Train(run.Request, commands, messages)));
            }
            else if (command is ExportCommand export)
            {
                messages.Write(new ExportedMessage(Export(export.Request)));
            }
        }
    }

    private Failure? Export(ExportRequest request)
    {
        try
        {
            Engine(request.Engine).Export(request.Architecture, request.Seed, request.Path);
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // As with trials: one network that cannot be written is no reason to lose the worker.
            return Describe(exception);
        }
    }

    private TrialResult Train(TrialRequest request, CommandReader commands, MessageWriter messages)
    {
        Dataset dataset;
        ITrainingEngine engine;
        try
        {
            (dataset, engine) = (Open(request.Dataset.Name), Engine(request.Engine));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Failed(request, Describe(exception) with { Class = FailureClass.Unavailable });
        }

        try
        {
            var data = new DataSplitter(new RandomStreams(request.Seed)).Split(dataset, request.Dataset, request.DataShare, request.Kind);
            return new TrialTraining(request, data, engine, commands, messages, time).Run();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A trial may fail for any reason that its engine or its data have; the worker stays for the next.
            return Failed(request, Describe(exception));
        }
    }

    private static TrialResult Failed(TrialRequest request, Failure failure) =>
        new(TrialEnd.Failed, request.EpochsKnown, Last: null, Test: null, Seconds: 0, failure);

    private static Failure Describe(Exception exception) => exception switch
    {
        EngineException => new Failure(FailureClass.Engine, exception.Message),
        IOException => new Failure(FailureClass.Engine, exception.Message),
        _ => new Failure(FailureClass.Engine, $"{exception.GetType().Name}: {exception.Message}", Hint: exception.StackTrace),
    };

    private Dataset Open(string name)
    {
        if (!_datasets.TryGetValue(name, out var dataset))
        {
            var provider = datasets.FirstOrDefault(provider => provider.Datasets.Any(info => info.Name == name))
                ?? throw new IOException($"No plugin provides the data set {name}.");
            var opened = provider.Open(name);
            dataset = opened.Dataset ?? throw new IOException(opened.Problem);
            _datasets[name] = dataset;
        }

        return dataset;
    }

    private ITrainingEngine Engine(ComponentSelection selection)
    {
        if (!_engines.TryGetValue(selection, out var engine))
        {
            engine = createEngine(selection);
            _engines[selection] = engine;
        }

        return engine;
    }
}
