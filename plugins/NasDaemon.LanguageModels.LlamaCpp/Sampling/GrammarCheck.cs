using NasDaemon.LanguageModels.LlamaCpp.Interop;
using NasDaemon.LanguageModels.LlamaCpp.Reading;

namespace NasDaemon.LanguageModels.LlamaCpp.Sampling;

/// <summary>Holds an answer to a GBNF grammar.</summary>
internal sealed unsafe class GrammarCheck : IDisposable
{
    private const string RootRule = "root";
    private readonly SamplerHandle _grammar;
    private readonly Vocabulary _vocabulary;

    private GrammarCheck(SamplerHandle grammar, Vocabulary vocabulary) => (_grammar, _vocabulary) = (grammar, vocabulary);

    /// <summary>Reads a grammar.</summary>
    /// <returns>The grammar; null where it cannot be read.</returns>
    public static GrammarCheck? TryParse(string grammar, Vocabulary vocabulary)
    {
        var handle = Llama.llama_sampler_init_grammar(vocabulary.Native, grammar, RootRule);
        return handle.IsInvalid ? null : new GrammarCheck(handle, vocabulary);
    }

    /// <summary>Whether a token may come next.</summary>
    public bool Allows(int token, CandidateBuffer buffer)
    {
        var one = buffer.FillOne(token);
        return Restrict(ref one);
    }

    /// <summary>Rules out every token that may not come next.</summary>
    /// <returns>Whether any is left.</returns>
    public bool Restrict(ref LlamaTokenDataArray candidates)
    {
        fixed (LlamaTokenDataArray* pinned = &candidates)
        {
            Llama.llama_sampler_apply(_grammar, pinned);
        }

        var left = false;
        for (nuint index = 0; index < candidates.Size; index++)
        {
            ref var candidate = ref candidates.Data[index];

            // The library reads a control token as its spelling, which a grammar may allow, though it writes nothing.
            if (_vocabulary.IsControl(candidate.Token) && !_vocabulary.IsEnd(candidate.Token))
            {
                candidate.Logit = float.NegativeInfinity;
            }

            left |= candidate.Logit > float.NegativeInfinity;
        }

        return left;
    }

    /// <summary>Goes on behind a token that it allows; any other would end the process.</summary>
    public void Accept(int token) => Llama.llama_sampler_accept(_grammar, token);

    /// <inheritdoc/>
    public void Dispose() => _grammar.Dispose();
}
