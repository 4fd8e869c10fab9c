using System.Runtime.CompilerServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>
/// Holds the loaded libraries to what this binding is written for: a version with other structures would not fail but corrupt memory.
/// </summary>
internal static unsafe class SelfTest
{
    /// <summary>The version of llama.cpp that the structures are those of.</summary>
    public const string LlamaVersion = "0.5.0-dev";

    /// <summary>The version of ggml that comes with it.</summary>
    public const string GgmlVersion = "0.25.1";

    private const string Remedy = "Fetch the pinned libraries again with plugins/NasDaemon.LanguageModels.LlamaCpp/native/fetch.sh (npm package @node-llama-cpp/linux-x64 3.22.1, or @node-llama-cpp/linux-x64-cuda of the same version).";

    /// <summary>Checks versions, sizes and defaults.</summary>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">Something differs; the message says what.</exception>
    public static void Run()
    {
        // The version comes first: defaults returned into a structure of another size would overwrite the stack.
        Require("llama.cpp's version", LlamaVersion, NativeText.Copy(Llama.llama_version()));
        Require("ggml's version", GgmlVersion, NativeText.Copy(GgmlBase.ggml_version()));
        RequireSizes();

        var model = Llama.llama_model_default_params();
        Require(
            "the default llama_model_params",
            (-1, 1, -1, 1, 0, 0, 1, 0),
            (model.GpuLayers, model.SplitMode, model.LoadMode, model.LazyMode, model.MainGpu, model.VocabOnly, model.UseExtraBuffers, model.LoadMtp));
        var context = Llama.llama_context_default_params();
        Require(
            "the default llama_context_params",
            (512u, 2048u, 512u, 1u, 1u, 4, -1, -1f),
            (context.Context, context.Batch, context.MicroBatch, context.MaximumSequences, context.MaximumOutputsPerSequence, context.BatchThreads, context.FlashAttentionType, context.YarnExtension));
        Require(
            "the end of the default llama_context_params",
            (1, 1, 0, 1, 1, 1, 0, (nint)0),
            (context.KeyType, context.ValueType, context.Embeddings, context.OffloadKqv, context.NoPerformance, context.FullSlidingWindow, context.UnifiedCache, context.OtherContext));
        Require("the default llama_sampler_chain_params", 1, Llama.llama_sampler_chain_default_params().NoPerformance);
    }

    /// <summary>The sizes of the structures as this binding declares them, by their C names.</summary>
    public static IReadOnlyDictionary<string, int> Sizes { get; } = new Dictionary<string, int>
    {
        ["llama_model_params"] = Unsafe.SizeOf<LlamaModelParams>(),
        ["llama_context_params"] = Unsafe.SizeOf<LlamaContextParams>(),
        ["llama_batch"] = sizeof(LlamaBatch),
        ["llama_model_kv_override"] = Unsafe.SizeOf<LlamaKvOverride>(),
        ["llama_token_data"] = Unsafe.SizeOf<LlamaTokenData>(),
        ["llama_token_data_array"] = sizeof(LlamaTokenDataArray),
        ["llama_sampler_chain_params"] = Unsafe.SizeOf<LlamaSamplerChainParams>(),
        ["llama_chat_message"] = sizeof(LlamaChatMessage),
    };

    private static void RequireSizes()
    {
        foreach (var (name, size) in new[]
        {
            ("llama_model_params", 80), ("llama_context_params", 160), ("llama_batch", 56), ("llama_model_kv_override", 264),
            ("llama_token_data", 12), ("llama_token_data_array", 32), ("llama_sampler_chain_params", 1), ("llama_chat_message", 16),
        })
        {
            Require($"the size of {name}", size, Sizes[name]);
        }
    }

    private static void Require<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            throw Refusal.Of($"The llama.cpp libraries are not those that this plugin is written for: {what} is {found}, and {expected} is needed.", Remedy);
        }
    }
}
