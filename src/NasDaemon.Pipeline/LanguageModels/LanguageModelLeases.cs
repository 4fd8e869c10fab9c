using System.Collections.Concurrent;
using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Metering;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>The language models that tasks use now. Tasks that use the same one share it.</summary>
/// <param name="catalogue">The models that there are.</param>
/// <param name="meter">Counts the tokens of all of them.</param>
public sealed class LanguageModelLeases(LanguageModelCatalogue catalogue, TokenMeter meter) : IAsyncDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private readonly List<LanguageModelLease> _leases = [];
    private readonly ConcurrentDictionary<string, MeteredModel> _models = new(StringComparer.Ordinal);

    /// <summary>The models that are loaded now; from any thread.</summary>
    public ImmutableArray<LoadedLanguageModel> Loaded =>
        [.. _models.OrderBy(model => model.Key, StringComparer.Ordinal).Select(model => new LoadedLanguageModel(model.Key, model.Value.ProcessId))];

    /// <summary>Claims a model for a task. Nothing is loaded yet.</summary>
    /// <param name="name">Its name; null for the one that is taken where none is named.</param>
    /// <param name="note">Told in a sentence what happens to the model while the claim holds; from any thread.</param>
    /// <returns>The claim.</returns>
    /// <exception cref="LanguageModelException">There is no such model; the failure says why and what helps.</exception>
    public LanguageModelLease Lease(string? name, Action<string> note)
    {
        var choice = catalogue.Find(name);
        var model = choice.Model ?? throw new LanguageModelException(choice.Failure!);
        var lease = new LanguageModelLease(this, model.Name, note);
        lock (_leases)
        {
            _leases.Add(lease);
        }

        return lease;
    }

    /// <summary>Tells the tasks that use a model that it was started again.</summary>
    /// <param name="restart">What happened.</param>
    public void Tell(ModelRestart restart)
    {
        ArgumentNullException.ThrowIfNull(restart);
        lock (_leases)
        {
            foreach (var lease in _leases.Where(lease => lease.Model == restart.Model))
            {
                lease.Note(restart.Sentence);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var model in _models.Values)
        {
            await model.DisposeAsync().ConfigureAwait(false);
        }

        _loading.Dispose();
    }

    internal async Task<ILanguageModel> GetAsync(string name, CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!_models.TryGetValue(name, out var model))
            {
                _models[name] = model = MeteredModel.Of(await catalogue.OpenAsync(name, cancellation).ConfigureAwait(false), meter);
            }

            return model;
        }
        finally
        {
            _loading.Release();
        }
    }

    internal async ValueTask EndAsync(LanguageModelLease lease)
    {
        await _loading.WaitAsync().ConfigureAwait(false);
        try
        {
            bool isLast;
            lock (_leases)
            {
                isLast = _leases.Remove(lease) && _leases.TrueForAll(other => other.Model != lease.Model);
            }

            if (isLast && _models.TryRemove(lease.Model, out var model))
            {
                await model.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _loading.Release();
        }
    }
}
