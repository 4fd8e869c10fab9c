using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Protocol;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>A sequence in the process of a language model. It is lost with that process.</summary>
internal sealed class ChildSequence : ILanguageModelSequence
{
    private readonly ModelSupervisor _supervisor;
    private readonly ModelConnection _connection;
    private readonly long _id;

    /// <summary>Takes a sequence that was opened.</summary>
    /// <param name="supervisor">What speaks to processes.</param>
    /// <param name="connection">The process.</param>
    /// <param name="id">The sequence's number there.</param>
    /// <param name="length">How long it is.</param>
    public ChildSequence(ModelSupervisor supervisor, ModelConnection connection, long id, int length) =>
        (_supervisor, _connection, _id, Length) = (supervisor, connection, id, length);

    /// <inheritdoc/>
    public int Length { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation)
    {
        var message = await CallAsync<ContinuedMessage>(id => new ContinueCommand(id, _id, request), cancellation).ConfigureAwait(false);
        Length = message.Length;
        return message.Result;
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string text, CancellationToken cancellation) =>
        Length = (await CallAsync<NumberMessage>(id => new AppendCommand(id, _id, text), cancellation).ConfigureAwait(false)).Value;

    /// <inheritdoc/>
    public async ValueTask RewindAsync(int length, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = (await CallAsync<NumberMessage>(id => new RewindCommand(id, _id, length), cancellation).ConfigureAwait(false)).Value;
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation) =>
        (await CallAsync<ScoresMessage>(id => new ScoreCommand(id, _id, continuations), cancellation).ConfigureAwait(false)).Scores;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _connection.TellAsync(new CloseCommand(_id)).ConfigureAwait(false);

    private async ValueTask<T> CallAsync<T>(Func<long, ModelCommand> command, CancellationToken cancellation)
        where T : ModelMessage
    {
        cancellation.ThrowIfCancellationRequested();
        return await _supervisor.CallAsync<T>(_connection, command, cancellation).ConfigureAwait(false);
    }
}
