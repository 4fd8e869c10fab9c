using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>The scores that the last batch brought.</summary>
/// <param name="context">The context.</param>
/// <param name="vocabularySize">How many tokens are scored.</param>
internal sealed unsafe class Outputs(ContextHandle context, int vocabularySize)
{
    /// <summary>The score of every token behind one of the batch, valid until the next batch.</summary>
    /// <param name="index">The index in the batch, for which scores were asked for.</param>
    public ReadOnlySpan<float> this[int index] => Llama.llama_get_logits_ith(context, index) is var logits && logits is not null
        ? new ReadOnlySpan<float>(logits, vocabularySize)
        : throw new InvalidOperationException("llama.cpp has no scores for a token that they were asked for.");
}
