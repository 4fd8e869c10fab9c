using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Protocol;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>
/// A language model in a process of its own. When the process ends, the requests that it was at fail and say so; the next request
/// starts it again.
/// </summary>
internal sealed class ChildLanguageModel : ISteerableLanguageModel
{
    private readonly ModelSupervisor _supervisor;

    /// <summary>Takes a model that is loaded.</summary>
    /// <param name="supervisor">What keeps its process running; disposed of with the model.</param>
    public ChildLanguageModel(ModelSupervisor supervisor) => _supervisor = supervisor;

    /// <inheritdoc/>
    public LanguageModelInfo Info => _supervisor.Info;

    /// <summary>The number of its process, for those who look after it.</summary>
    public int? ProcessId => _supervisor.ProcessId;

    /// <inheritdoc/>
    public async ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation)
    {
        var connection = await _supervisor.ConnectAsync(cancellation).ConfigureAwait(false);
        return (await _supervisor.CallAsync<NumberMessage>(connection, id => new CountCommand(id, prompt), cancellation).ConfigureAwait(false)).Value;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (connection, refused) = await TryConnectAsync(cancellation).ConfigureAwait(false);
        if (connection is null)
        {
            yield return refused!;
            yield break;
        }

        var command = new CompleteCommand(connection.NextId(), request);
        var messages = await connection.AskAsync(command).ConfigureAwait(false);
        await using var cancel = cancellation.Register(() => _ = connection.TellAsync(new CancelCommand(command.Id))).ConfigureAwait(false);
        CompletionEnd? end = null;
        var pieces = 0;
        try
        {
            await foreach (var message in messages.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                if (message is not TextMessage text)
                {
                    end = End(message);
                    break;
                }

                pieces++;
                if (!cancellation.IsCancellationRequested)
                {
                    yield return new CompletionText(text.Text);
                }
            }

            // A process that is gone cannot tell its token counts; a piece of text is at least one token.
            end ??= new CompletionEnd(
                FinishReason.Failed,
                TokenUsage.None with { Generated = pieces },
                await _supervisor.ExplainAsync(connection, "before the answer did").ConfigureAwait(false));
            yield return cancellation.IsCancellationRequested ? end with { Reason = FinishReason.Cancelled, Failure = null } : end;
        }
        finally
        {
            connection.Forget(command.Id);
            if (end is null)
            {
                await connection.TellAsync(new CancelCommand(command.Id)).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation)
    {
        var connection = await _supervisor.ConnectAsync(cancellation).ConfigureAwait(false);
        var opened = await _supervisor.CallAsync<NumberMessage>(connection, id => new OpenCommand(id, prompt), cancellation).ConfigureAwait(false);
        return new ChildSequence(_supervisor, connection, opened.Id, opened.Value);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _supervisor.DisposeAsync();

    private async ValueTask<(ModelConnection? Connection, CompletionEnd? Refused)> TryConnectAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _supervisor.ConnectAsync(cancellation).ConfigureAwait(false), null);
        }
        catch (LanguageModelException exception)
        {
            return (null, new CompletionEnd(FinishReason.Failed, TokenUsage.None, exception.Failure));
        }
        catch (OperationCanceledException)
        {
            return (null, new CompletionEnd(FinishReason.Cancelled, TokenUsage.None));
        }
    }

    private CompletionEnd End(ModelMessage message)
    {
        _supervisor.Answered();
        return message switch
        {
            EndMessage ended => ended.End,
            RefusedMessage { Failure.Class: FailureClass.Cancelled } => new CompletionEnd(FinishReason.Cancelled, TokenUsage.None),
            RefusedMessage refusal => new CompletionEnd(FinishReason.Failed, TokenUsage.None, refusal.Failure),
            _ => new CompletionEnd(FinishReason.Failed, TokenUsage.None, ModelSupervisor.Unexpected(message)),
        };
    }
}
