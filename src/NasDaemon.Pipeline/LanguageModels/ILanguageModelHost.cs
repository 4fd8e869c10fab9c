using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>Opens models of the kinds that run in a child process.</summary>
public interface ILanguageModelHost
{
    /// <summary>Starts a process for a model and loads the model there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The model, ready to be asked; disposing of it ends its process.</returns>
    /// <exception cref="LanguageModelException">It cannot be loaded; the failure says why and what helps.</exception>
    Task<ILanguageModel> StartAsync(NamedLanguageModel model, CancellationToken cancellation);
}
