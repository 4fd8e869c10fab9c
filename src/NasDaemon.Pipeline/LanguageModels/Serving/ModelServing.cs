using System.Collections.Concurrent;
using System.Text.Json;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Pipeline.LanguageModels.Protocol;

namespace NasDaemon.Pipeline.LanguageModels.Serving;

/// <summary>What runs inside the process of a language model: carries out commands, any number at once.</summary>
/// <param name="createLoader">Makes what loads a model.</param>
public sealed class ModelServing(Func<NamedLanguageModel, ILanguageModelLoader> createLoader)
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _running = new();
    private readonly ConcurrentDictionary<long, ILanguageModelSequence> _sequences = new();
    private readonly Lock _writing = new();
    private ILanguageModel? _model;

    /// <summary>Serves until the input ends.</summary>
    /// <param name="input">Commands, a line each.</param>
    /// <param name="output">Messages, a line each; nothing else may write there.</param>
    /// <param name="inputEnded">Called at once when the input ends, also in the middle of an answer. A process ends itself here.</param>
    /// <returns>When the input has ended.</returns>
    public Task RunAsync(TextReader input, TextWriter output, Action inputEnded) => Task.Factory.StartNew(
        () => Listen(input, message => Write(output, message), inputEnded), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Listen(TextReader input, Action<ModelMessage> answer, Action inputEnded)
    {
        while (input.ReadLine() is { } line)
        {
            switch (Parse(line))
            {
                case null:
                    break;
                case CancelCommand cancel:
                    if (_running.TryGetValue(cancel.Id, out var cancellation))
                    {
                        cancellation.Cancel();
                    }

                    break;
                case var command:
                    var source = new CancellationTokenSource();
                    _running[command.Id] = source;
                    _ = Task.Run(() => CarryOutAsync(command, answer, source));
                    break;
            }
        }

        inputEnded();
    }

    // Nothing that a command does may end the process or be lost: whoever sent it waits for an answer.
    private async Task CarryOutAsync(ModelCommand command, Action<ModelMessage> answer, CancellationTokenSource source)
    {
        try
        {
            await CarryOutAsync(command, answer, source.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            answer(new RefusedMessage(command.Id, Describe(exception)));
        }
        finally
        {
            _running.TryRemove(command.Id, out _);
        }
    }

    private async Task CarryOutAsync(ModelCommand command, Action<ModelMessage> answer, CancellationToken cancellation)
    {
        switch (command)
        {
            case LoadCommand load:
                _model = await createLoader(load.Model).LoadAsync(load.Model.Name, cancellation).ConfigureAwait(false);
                answer(new LoadedMessage(load.Id, _model.Info));
                break;
            case CountCommand count:
                answer(new NumberMessage(count.Id, await Model.CountTokensAsync(count.Prompt, cancellation).ConfigureAwait(false)));
                break;
            case CompleteCommand complete:
                await foreach (var part in Model.CompleteAsync(complete.Request, cancellation).ConfigureAwait(false))
                {
                    answer(part is CompletionEnd end ? new EndMessage(complete.Id, end) : new TextMessage(complete.Id, ((CompletionText)part).Text));
                }

                break;
            case OpenCommand open:
                var opened = await Steerable.OpenAsync(open.Prompt, cancellation).ConfigureAwait(false);
                _sequences[open.Id] = opened;
                answer(new NumberMessage(open.Id, opened.Length));
                break;
            default:
                await SteerAsync(command, answer, cancellation).ConfigureAwait(false);
                break;
        }
    }

    private async Task SteerAsync(ModelCommand command, Action<ModelMessage> answer, CancellationToken cancellation)
    {
        switch (command)
        {
            case ContinueCommand go:
                var result = await _sequences[go.Sequence].ContinueAsync(go.Request, cancellation).ConfigureAwait(false);
                answer(new ContinuedMessage(go.Id, result, _sequences[go.Sequence].Length));
                break;
            case AppendCommand append:
                await _sequences[append.Sequence].AppendAsync(append.Text, cancellation).ConfigureAwait(false);
                answer(new NumberMessage(append.Id, _sequences[append.Sequence].Length));
                break;
            case RewindCommand rewind:
                await _sequences[rewind.Sequence].RewindAsync(rewind.Length, cancellation).ConfigureAwait(false);
                answer(new NumberMessage(rewind.Id, _sequences[rewind.Sequence].Length));
                break;
            case ScoreCommand score:
                answer(new ScoresMessage(score.Id, await _sequences[score.Sequence].ScoreAsync(score.Continuations, cancellation).ConfigureAwait(false)));
                break;
            case CloseCommand close when _sequences.TryRemove(close.Id, out var closed):
                await closed.DisposeAsync().ConfigureAwait(false);
                break;
        }
    }

    private ILanguageModel Model => _model ?? throw new InvalidOperationException("The model is not loaded.");

    private ISteerableLanguageModel Steerable => Model as ISteerableLanguageModel
        ?? throw new LanguageModelException(new Failure(FailureClass.LanguageModel, "Models of this kind cannot be steered."));

    private void Write(TextWriter output, ModelMessage message)
    {
        lock (_writing)
        {
            output.Write(RecordJson.Write(message) + "\n");
            output.Flush();
        }
    }

    private static ModelCommand? Parse(string line)
    {
        try
        {
            return RecordJson.Read<ModelCommand>(line);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            Console.Error.WriteLine($"A command cannot be read: {exception.Message}");
            return null;
        }
    }

    private static Failure Describe(Exception exception) => exception switch
    {
        LanguageModelException refused => refused.Failure,
        OperationCanceledException => new Failure(FailureClass.Cancelled, "The request was cancelled."),
        _ => new Failure(FailureClass.LanguageModel, $"{exception.GetType().Name}: {exception.Message}", Hint: exception.StackTrace),
    };
}
