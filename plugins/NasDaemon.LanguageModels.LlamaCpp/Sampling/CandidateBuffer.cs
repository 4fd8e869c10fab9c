using System.Runtime.InteropServices;
using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Sampling;

/// <summary>Room for every token of the vocabulary with its score. One thread uses it.</summary>
internal sealed unsafe class CandidateBuffer(int vocabularySize) : IDisposable
{
    private readonly LlamaTokenData* _data = (LlamaTokenData*)NativeMemory.Alloc((nuint)vocabularySize, (nuint)sizeof(LlamaTokenData));

    /// <summary>Takes the scores of all tokens.</summary>
    public LlamaTokenDataArray Fill(ReadOnlySpan<float> logits)
    {
        for (var token = 0; token < vocabularySize; token++)
        {
            _data[token] = new LlamaTokenData { Token = token, Logit = logits[token] };
        }

        return Candidates(vocabularySize);
    }

    /// <summary>Takes one token alone.</summary>
    public LlamaTokenDataArray FillOne(int token)
    {
        _data[0] = new LlamaTokenData { Token = token };
        return Candidates(1);
    }

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.Free(_data);

    private LlamaTokenDataArray Candidates(int count) => new() { Data = _data, Size = (nuint)count, Selected = -1 };
}
