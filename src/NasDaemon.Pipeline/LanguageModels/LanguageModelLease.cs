using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>A task's claim to a language model: the model is loaded when it is first needed, and let go of with the last claim to it.</summary>
public sealed class LanguageModelLease : IAsyncDisposable
{
    private readonly LanguageModelLeases _leases;
    private readonly Action<string> _note;

    internal LanguageModelLease(LanguageModelLeases leases, string model, Action<string> note) => (_leases, Model, _note) = (leases, model, note);

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The model; it is loaded where it is not.</summary>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The model. It belongs to the lease: the caller does not dispose of it.</returns>
    /// <exception cref="LanguageModelException">It cannot be loaded; the failure says why and what helps.</exception>
    public Task<ILanguageModel> GetAsync(CancellationToken cancellation) => _leases.GetAsync(Model, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _leases.EndAsync(this);

    internal void Note(string sentence) => _note(sentence);
}
