using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Interop;
using NasDaemon.LanguageModels.LlamaCpp.Reading;

namespace NasDaemon.LanguageModels.LlamaCpp.Sampling;

/// <summary>Draws the tokens of one answer.</summary>
internal sealed unsafe class TokenSampler : IDisposable
{
    private const int PenalisedTokens = 64;
    private readonly Vocabulary _vocabulary;
    private readonly GrammarCheck? _grammar;
    private readonly SamplerHandle _chain;

    /// <summary>Prepares to draw.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="settings">How; they were checked.</param>
    /// <param name="grammar">What the answer follows, or null; disposed of with the sampler.</param>
    public TokenSampler(Vocabulary vocabulary, SamplingSettings settings, GrammarCheck? grammar)
    {
        (_vocabulary, _grammar) = (vocabulary, grammar);
        _chain = Llama.llama_sampler_chain_init(Llama.llama_sampler_chain_default_params());
        foreach (var sampler in Samplers(settings, vocabulary.Size))
        {
            Llama.llama_sampler_chain_add(_chain, sampler);
        }
    }

    /// <summary>Takes the tokens before the answer, of which repetitions are penalised.</summary>
    public void Begin(IReadOnlyList<int> before)
    {
        for (var index = Math.Max(0, before.Count - PenalisedTokens); index < before.Count; index++)
        {
            Llama.llama_sampler_accept(_chain, before[index]);
        }
    }

    /// <summary>Draws a token.</summary>
    /// <param name="logits">The score of every token.</param>
    /// <param name="buffer">Room to work in.</param>
    /// <returns>The token; null where the grammar allows none.</returns>
    public int? Draw(ReadOnlySpan<float> logits, CandidateBuffer buffer)
    {
        var token = Select(buffer.Fill(logits));
        if (_grammar is null)
        {
            return Accept(token);
        }

        // Asking the grammar for one token is far cheaper than for all, and a model that knows the form is seldom refused.
        if (!_grammar.Allows(token, buffer))
        {
            var candidates = buffer.Fill(logits);
            if (!_grammar.Restrict(ref candidates))
            {
                return null;
            }

            token = Select(candidates);
        }

        if (!_vocabulary.IsEnd(token))
        {
            _grammar.Accept(token);
        }

        return Accept(token);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chain.Dispose();
        _grammar?.Dispose();
    }

    private static List<nint> Samplers(SamplingSettings settings, int vocabularySize)
    {
        var samplers = new List<nint>();
        if (settings.RepeatPenalty != 1.0)
        {
            samplers.Add(Llama.llama_sampler_init_penalties(vocabularySize, PenalisedTokens, (float)settings.RepeatPenalty, 0, 0));
        }

        if (settings.Temperature == 0)
        {
            samplers.Add(Llama.llama_sampler_init_greedy());
            return samplers;
        }

        if (settings.TopK > 0)
        {
            samplers.Add(Llama.llama_sampler_init_top_k(settings.TopK));
        }

        if (settings.TopP < 1)
        {
            samplers.Add(Llama.llama_sampler_init_top_p((float)settings.TopP, 1));
        }

        if (settings.MinP > 0)
        {
            samplers.Add(Llama.llama_sampler_init_min_p((float)settings.MinP, 1));
        }

        samplers.Add(Llama.llama_sampler_init_temp((float)settings.Temperature));
        samplers.Add(Llama.llama_sampler_init_dist(Seed(settings.Seed)));
        return samplers;
    }

    // The library's seeds have 32 bits, of which the largest means a random one.
    private static uint Seed(long seed)
    {
        var folded = unchecked((uint)(seed ^ (seed >> 32)));
        return folded == uint.MaxValue ? 0x5EED : folded;
    }

    private int Select(LlamaTokenDataArray candidates)
    {
        Llama.llama_sampler_apply(_chain, &candidates);
        return candidates.Selected >= 0 && (nuint)candidates.Selected < candidates.Size
            ? candidates.Data[candidates.Selected].Token
            : throw new InvalidOperationException("llama.cpp selected no token.");
    }

    private int Accept(int token)
    {
        Llama.llama_sampler_accept(_chain, token);
        return token;
    }
}
