using Microsoft.Win32.SafeHandles;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>Owns a <c>llama_model</c>.</summary>
internal sealed class ModelHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Llama.llama_model_free(handle);
        return true;
    }
}

/// <summary>Owns a <c>llama_context</c>.</summary>
internal sealed class ContextHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Llama.llama_free(handle);
        return true;
    }
}

/// <summary>Owns a <c>llama_sampler</c>, and with a chain the samplers in it.</summary>
internal sealed class SamplerHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Llama.llama_sampler_free(handle);
        return true;
    }
}

/// <summary>Holds a <c>llama_adapter_lora</c>, which its model frees.</summary>
internal sealed class AdapterHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: false)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle() => true;
}
