using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Reading;
using NasDaemon.LanguageModels.LlamaCpp.Sampling;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>What a text is written on with.</summary>
/// <param name="Request">Where to stop.</param>
/// <param name="Sampler">Draws the tokens.</param>
/// <param name="Vocabulary">Spells them.</param>
/// <param name="Buffer">Room for the sampler.</param>
/// <param name="ContextLength">How long a text may become.</param>
internal sealed record Generation(ContinuationRequest Request, TokenSampler Sampler, Vocabulary Vocabulary, CandidateBuffer Buffer, int ContextLength);
