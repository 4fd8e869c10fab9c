using NasDaemon.LanguageModels.LlamaCpp.Decoding;
using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Loading;

/// <summary>Makes the context in which a model's texts are decoded.</summary>
internal static unsafe class NativeContext
{
    private const int UsualContext = 8192;

    /// <summary>Makes it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How large it is and how it computes.</param>
    /// <param name="abort">What it asks whether to leave off.</param>
    /// <param name="adapters">What is laid over the model.</param>
    /// <param name="log">What the library complains about.</param>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">It cannot be made.</exception>
    public static ContextHandle Create(NativeModel model, LlamaCppOptions options, AbortFlag abort, IReadOnlyList<LoraFile> adapters, NativeLog log)
    {
        var trained = model.TrainedContext > 0 ? model.TrainedContext : UsualContext;
        var threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        var parameters = Llama.llama_context_default_params();
        parameters.Context = (uint)(options.Context > 0 ? options.Context : Math.Min(trained, UsualContext));
        parameters.Batch = parameters.MicroBatch = (uint)options.Batch;
        parameters.MaximumSequences = (uint)options.Sequences;
        parameters.MaximumOutputs = DecodingBatch.OutputLimit;
        parameters.Threads = parameters.BatchThreads = threads;
        parameters.KeyType = parameters.ValueType = CacheType(options.CacheType);
        parameters.AbortCallback = AbortFlag.Callback;
        parameters.AbortUserData = abort.UserData;
        parameters.UnifiedCache = 1;
        var loaded = Load(model, adapters, log);
        log.Take();
        var context = Llama.llama_init_from_model(model.Handle, parameters);
        if (context.IsInvalid || Llama.llama_get_memory(context) == 0)
        {
            context.Dispose();
            throw Refusal.Of(
                $"llama.cpp cannot make a context of {parameters.Context} tokens: {log.Take()}",
                "Set the model's option context lower, or kv_type to q8_0.");
        }

        Apply(context, loaded, adapters);
        return context;
    }

    private static List<AdapterHandle> Load(NativeModel model, IReadOnlyList<LoraFile> adapters, NativeLog log)
    {
        var loaded = new List<AdapterHandle>();
        foreach (var adapter in adapters)
        {
            log.Take();
            var handle = Llama.llama_adapter_lora_init(model.Handle, adapter.Path);
            loaded.Add(handle.IsInvalid
                ? throw Refusal.Of($"The adapter {adapter.Path} does not fit the model: {log.Take()}", "Take one that was made for this model and converted to GGUF.")
                : handle);
        }

        return loaded;
    }

    private static void Apply(ContextHandle context, List<AdapterHandle> loaded, IReadOnlyList<LoraFile> adapters)
    {
        if (loaded.Count == 0)
        {
            return;
        }

        nint[] handles = [.. loaded.Select(handle => handle.DangerousGetHandle())];
        float[] scales = [.. adapters.Select(adapter => adapter.Scale)];
        fixed (nint* firstHandle = handles)
        fixed (float* firstScale = scales)
        {
            if (Llama.llama_set_adapters_lora(context, firstHandle, (nuint)handles.Length, firstScale) != 0)
            {
                context.Dispose();
                throw Refusal.Of("llama.cpp could not apply the adapters.", "Check the option lora.");
            }
        }
    }

    private static int CacheType(string name) => name switch
    {
        "f32" => 0,
        "q4_0" => 2,
        "q8_0" => 8,
        "bf16" => 30,
        _ => 1,
    };
}
