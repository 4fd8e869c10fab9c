using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>The functions of <c>llama.h</c> that are used here, named as there.</summary>
internal static unsafe partial class Llama
{
    private const string Library = NativeLibraries.Llama;

    [LibraryImport(Library)]
    internal static partial byte* llama_version();

    [LibraryImport(Library)]
    internal static partial LlamaModelParams llama_model_default_params();

    [LibraryImport(Library)]
    internal static partial LlamaContextParams llama_context_default_params();

    [LibraryImport(Library)]
    internal static partial LlamaSamplerChainParams llama_sampler_chain_default_params();

    [LibraryImport(Library)]
    internal static partial void llama_backend_init();

    [LibraryImport(Library)]
    internal static partial void llama_log_set(delegate* unmanaged[Cdecl]<int, byte*, nint, void> callback, nint userData);

    [LibraryImport(Library)]
    internal static partial nint llama_get_memory(ContextHandle context);

    [LibraryImport(Library)]
    internal static partial void llama_memory_clear(nint memory, byte data);

    [LibraryImport(Library)]
    internal static partial byte llama_memory_seq_rm(nint memory, int sequence, int from, int to);

    [LibraryImport(Library)]
    internal static partial void llama_memory_seq_cp(nint memory, int source, int target, int from, int to);
}
