namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>A language model was loaded again after its process had ended.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Reason">How the process ended, in a sentence.</param>
/// <param name="Count">How often that has happened to this model since it was opened.</param>
public sealed record ModelRestart(string Model, string Reason, int Count)
{
    /// <summary>The restart in a sentence, for notes of tasks.</summary>
    public string Sentence => $"{Reason} The model {Model} was loaded again.";
}
