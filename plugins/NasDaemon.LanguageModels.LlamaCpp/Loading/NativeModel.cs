using NasDaemon.LanguageModels.LlamaCpp.Interop;
using NasDaemon.LanguageModels.LlamaCpp.Reading;

namespace NasDaemon.LanguageModels.LlamaCpp.Loading;

/// <summary>A model file in memory.</summary>
internal sealed unsafe class NativeModel : IDisposable
{
    private NativeModel(ModelHandle handle) => (Handle, Vocabulary) = (handle, new Vocabulary(handle));

    /// <summary>The model.</summary>
    public ModelHandle Handle { get; }

    /// <summary>Its vocabulary.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The context that it was trained for.</summary>
    public int TrainedContext => Llama.llama_model_n_ctx_train(Handle);

    /// <summary>The file's own chat template, or null.</summary>
    public string? ChatTemplate => Llama.llama_model_chat_template(Handle, null) is var text && text is not null ? NativeText.Copy(text) : null;

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Key-values that are replaced.</param>
    /// <param name="gpuLayers">Layers that a graphics processor holds.</param>
    /// <param name="vocabularyOnly">Whether the weights are left out.</param>
    /// <param name="log">What the library complains about.</param>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">It cannot be loaded.</exception>
    public static NativeModel Load(string path, IEnumerable<KeyValueOverride> overrides, int gpuLayers, bool vocabularyOnly, NativeLog log)
    {
        var packed = KeyValueOverride.Pack(overrides);
        var parameters = Llama.llama_model_default_params();
        parameters.GpuLayers = gpuLayers;
        parameters.VocabOnly = vocabularyOnly ? (byte)1 : (byte)0;
        log.Take();
        ModelHandle handle;
        fixed (LlamaKvOverride* first = packed)
        {
            parameters.KvOverrides = (nint)first;
            handle = Llama.llama_model_load_from_file(path, parameters);
        }

        if (handle.IsInvalid)
        {
            throw Refusal.Of($"llama.cpp cannot load {path}: {log.Take()}", "Check that the file is whole (nasdaemon model get fetches it again) and is a GGUF of a language model.");
        }

        return Check(new NativeModel(handle), path);
    }

    /// <summary>A key-value of the file as text, or null.</summary>
    public string? Metadata(string key) =>
        NativeText.Read((buffer, length) => Llama.llama_model_meta_val_str(Handle, key, buffer, (nuint)length));

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    // Some of these would end the process by an assertion, others cannot be cut back to an earlier token.
    private static NativeModel Check(NativeModel model, string path)
    {
        if (Problem(model) is not { } problem)
        {
            return model;
        }

        model.Dispose();
        throw Refusal.Of($"The model {path} {problem}.", "Take a model that continues text by attention alone, such as Qwen2.5-Coder or DeepSeek-Coder.");
    }

    private static string? Problem(NativeModel model)
    {
        if (!model.Vocabulary.Exists)
        {
            return "has no vocabulary";
        }

        if (Llama.llama_model_has_encoder(model.Handle) != 0 || Llama.llama_model_has_decoder(model.Handle) == 0)
        {
            return "is not a decoder alone";
        }

        if (Llama.llama_model_is_diffusion(model.Handle) != 0)
        {
            return "writes by diffusion";
        }

        return Llama.llama_model_is_recurrent(model.Handle) != 0 || Llama.llama_model_is_hybrid(model.Handle) != 0
            ? "keeps a state that cannot be cut back"
            : null;
    }
}
