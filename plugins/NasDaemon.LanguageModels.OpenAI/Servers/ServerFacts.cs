using System.Collections.Immutable;

namespace NasDaemon.LanguageModels.OpenAI.Servers;

/// <summary>What is known of a server and the model that is asked there.</summary>
/// <param name="Kind">Which server it is.</param>
/// <param name="Library">Its name with its version, as far as it tells.</param>
/// <param name="Model">The model's name at the server.</param>
/// <param name="Context">How many tokens a prompt and its answer may have together.</param>
/// <param name="CountsTokens">Whether it counts the tokens of a prompt when asked.</param>
/// <param name="Notes">What is worth knowing, one sentence each.</param>
internal sealed record ServerFacts(ServerKind Kind, string Library, string Model, int Context, bool CountsTokens, ImmutableArray<string> Notes)
{
    /// <summary>Whether an answer may be begun in place of the model, so that it goes on from there.</summary>
    public bool ContinuesAnswers => Kind is ServerKind.LlamaServer or ServerKind.Vllm or ServerKind.Ollama;

    /// <summary>Whether answers can be held to a grammar.</summary>
    public bool FollowsGrammars => Kind is ServerKind.LlamaServer or ServerKind.Vllm;
}
