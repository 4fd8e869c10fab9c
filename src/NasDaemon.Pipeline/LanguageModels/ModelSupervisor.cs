using System.ComponentModel;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Protocol;
using NasDaemon.Pipeline.Processes;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>Keeps the process of one language model running: starts it when it is asked for, and again when it has ended.</summary>
internal sealed partial class ModelSupervisor : IAsyncDisposable
{
    private const string Process = "The process of the language model";

    private readonly NamedLanguageModel _model;
    private readonly WorkerCommandLine _commandLine;
    private readonly ProcessStarter _starter;
    private readonly TimeSpan _silence;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<ModelRestart> _restarted;
    private readonly RestartPolicy _policy;
    private readonly SemaphoreSlim _starting = new(1);
    private volatile ModelConnection? _connection;
    private volatile LanguageModelInfo? _info;
    private int _restarts;

    /// <summary>Prepares to start the process.</summary>
    /// <param name="model">The model.</param>
    /// <param name="commandLine">How its process is started.</param>
    /// <param name="starter">What starts it.</param>
    /// <param name="silence">How long it may neither answer nor compute while it is asked something.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when it is started and how it ends.</param>
    /// <param name="restarted">Told when it was started again.</param>
    public ModelSupervisor(
        NamedLanguageModel model,
        WorkerCommandLine commandLine,
        ProcessStarter starter,
        TimeSpan silence,
        TimeProvider time,
        ILogger logger,
        Action<ModelRestart> restarted)
    {
        (_model, _commandLine, _starter, _silence, _time, _logger, _restarted) = (model, commandLine, starter, silence, time, logger, restarted);
        _policy = new RestartPolicy(model.Name);
    }

    /// <summary>What the model is, as it said when it was loaded last.</summary>
    public LanguageModelInfo Info => _info ?? throw new InvalidOperationException("The model is not loaded.");

    /// <summary>The number of the process that runs now, or null.</summary>
    public int? ProcessId => _connection is { HasEnded: false } connection ? connection.ProcessId : null;

    /// <summary>The process with the model loaded; it is started where none runs.</summary>
    /// <exception cref="LanguageModelException">The model cannot be loaded.</exception>
    public async ValueTask<ModelConnection> ConnectAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_connection is { HasEnded: false } running)
        {
            return running;
        }

        await _starting.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return _connection is { HasEnded: false } started ? started : await RestartAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Sends a command and takes the one message that answers it.</summary>
    /// <exception cref="LanguageModelException">It was refused, or the process ended.</exception>
    public async ValueTask<T> CallAsync<T>(ModelConnection connection, Func<long, ModelCommand> command, CancellationToken cancellation)
        where T : ModelMessage
    {
        var id = connection.NextId();
        var messages = await connection.AskAsync(command(id)).ConfigureAwait(false);
        await using var cancel = cancellation.Register(() => _ = connection.TellAsync(new CancelCommand(id))).ConfigureAwait(false);
        ModelMessage? answer = null;
        await foreach (var message in messages.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            answer = message;
            break;
        }

        connection.Forget(id);
        switch (answer)
        {
            case LoadedMessage and T loaded:
                return loaded;
            case T expected:
                Answered();
                return expected;
            case RefusedMessage { Failure.Class: FailureClass.Cancelled } when cancellation.IsCancellationRequested:
                throw new OperationCanceledException(cancellation);
            case RefusedMessage refused:
                throw new LanguageModelException(refused.Failure);
            case null:
                throw new LanguageModelException(await ExplainAsync(connection, "before it answered").ConfigureAwait(false));
            default:
                throw new LanguageModelException(Unexpected(answer));
        }
    }

    /// <summary>Notes that the process does what it should.</summary>
    public void Answered() => _policy.Answered();

    /// <summary>Says how a process ended.</summary>
    public async Task<Failure> ExplainAsync(ModelConnection connection, string early)
    {
        var exit = await connection.Ended.ConfigureAwait(false);
        return new Failure(FailureClass.LanguageModel, $"{exit.Sentence($"{Process} {_model.Name}", early)} The next request starts it again.", Hint: exit.LastWords)
        {
            IsPassing = true,
        };
    }

    /// <summary>Says that an answer makes no sense.</summary>
    public static Failure Unexpected(ModelMessage message) =>
        new(FailureClass.LanguageModel, $"{Process} sent an unexpected {message.GetType().Name}.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<ModelConnection> RestartAsync(CancellationToken cancellation)
    {
        string? reason = null;
        if (_connection is { } dead)
        {
            reason = await BuryAsync(dead, whileLoading: false).ConfigureAwait(false);
            _connection = null;
        }

        while (_policy.GivenUp is null)
        {
            await Task.Delay(_policy.Delay, _time, cancellation).ConfigureAwait(false);
            var connection = new ModelConnection(await StartAsync().ConfigureAwait(false), _silence, _time);
            if (await LoadAsync(connection, cancellation).ConfigureAwait(false) is { } info)
            {
                _policy.Loaded();
                _info = info;
                _connection = connection;
                TellOfRestart(reason);
                return connection;
            }

            reason = await BuryAsync(connection, whileLoading: true).ConfigureAwait(false);
        }

        throw new LanguageModelException(_policy.GivenUp);
    }

    private async Task<ModelProcess> StartAsync()
    {
        try
        {
            return await ModelProcess.StartAsync(_commandLine, _policy.IllegalInstructions, _starter).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            throw new LanguageModelException(
                new Failure(FailureClass.LanguageModel, $"No process could be started with {_commandLine.FileName}: {exception.Message}"), exception);
        }
    }

    private async Task<LanguageModelInfo?> LoadAsync(ModelConnection connection, CancellationToken cancellation)
    {
        LogStarted(connection.ProcessId, _model.Name);

        // A model that is being loaded cannot be told to leave off.
        await using var kill = cancellation.Register(() => _ = connection.DisposeAsync().AsTask()).ConfigureAwait(false);
        try
        {
            return (await CallAsync<LoadedMessage>(connection, id => new LoadCommand(id, _model), CancellationToken.None).ConfigureAwait(false)).Info;
        }
        catch (LanguageModelException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (LanguageModelException) when (connection.HasEnded)
        {
            return null;
        }
        catch (LanguageModelException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<string> BuryAsync(ModelConnection connection, bool whileLoading)
    {
        var exit = await connection.Ended.ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
        _policy.Crashed(exit, whileLoading);
        var sentence = exit.Sentence($"{Process} {_model.Name}", "by itself");
        LogEnded(exit.LastWords is { } words ? $"{sentence} {words}" : sentence);
        return sentence;
    }

    private void TellOfRestart(string? reason)
    {
        if (reason is null)
        {
            return;
        }

        var restart = new ModelRestart(_model.Name, reason, ++_restarts);
        _info = Info with { Notes = Info.Notes.Add(restart.Sentence) };
        _restarted(restart);
    }

    [LoggerMessage(110, LogLevel.Debug, "Process {Process} loads the language model {Model}")]
    private partial void LogStarted(int process, string model);

    [LoggerMessage(111, LogLevel.Warning, "{Sentence}")]
    private partial void LogEnded(string sentence);
}
