namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>Loads a language model as its options say.</summary>
public interface ILanguageModelLoader
{
    /// <summary>Where such models run.</summary>
    LanguageModelHosting Hosting { get; }

    /// <summary>Loads the model, or connects to it.</summary>
    /// <param name="name">The name under which the settings know it.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The model, ready to be asked.</returns>
    /// <exception cref="LanguageModelException">It cannot be loaded; the failure says why and what helps.</exception>
    Task<ILanguageModel> LoadAsync(string name, CancellationToken cancellation);
}

/// <summary>Where a language model runs.</summary>
public enum LanguageModelHosting
{
    /// <summary>In the daemon's process: it only speaks to a server.</summary>
    Daemon,

    /// <summary>In a child process of its own, which is started again after a crash: it computes by native code.</summary>
    ChildProcess,
}
