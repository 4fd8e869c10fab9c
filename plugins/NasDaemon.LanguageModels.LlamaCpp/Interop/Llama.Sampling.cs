using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <content>Samplers.</content>
internal static unsafe partial class Llama
{
    [LibraryImport(Library)]
    internal static partial SamplerHandle llama_sampler_chain_init(LlamaSamplerChainParams parameters);

    [LibraryImport(Library)]
    internal static partial void llama_sampler_chain_add(SamplerHandle chain, nint sampler);

    [LibraryImport(Library)]
    internal static partial void llama_sampler_apply(SamplerHandle sampler, LlamaTokenDataArray* candidates);

    [LibraryImport(Library)]
    internal static partial void llama_sampler_accept(SamplerHandle sampler, int token);

    [LibraryImport(Library)]
    internal static partial void llama_sampler_free(nint sampler);

    [LibraryImport(Library)]
    internal static partial nint llama_sampler_init_greedy();

    [LibraryImport(Library)]
    internal static partial nint llama_sampler_init_dist(uint seed);

    [LibraryImport(Library)]
    internal static partial nint llama_sampler_init_top_k(int k);

    [LibraryImport(Library)]
    internal static partial nint llama_sampler_init_top_p(float p, nuint minimumKept);

    [LibraryImport(Library)]
    internal static partial nint llama_sampler_init_min_p(float p, nuint minimumKept);

    [LibraryImport(Library)]
    internal static partial nint llama_sampler_init_temp(float temperature);

    [LibraryImport(Library)]
    internal static partial nint llama_sampler_init_penalties(int vocabularySize, int lastTokens, float repeat, float frequency, float presence);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial SamplerHandle llama_sampler_init_grammar(nint vocabulary, string grammar, string root);
}
