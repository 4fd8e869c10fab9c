namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>How the next token is drawn from the model's probabilities.</summary>
/// <param name="Seed">The seed; the same request with the same seed on the same machine gives the same text.</param>
/// <param name="Temperature">0 to 5; 0 always takes the likeliest token.</param>
/// <param name="TopK">Only the k likeliest tokens, 1 to 1,000,000; 0 for all.</param>
/// <param name="TopP">The likeliest tokens that together hold this share of the probability, above 0 to 1.</param>
/// <param name="MinP">Only tokens with at least this share of the likeliest token's probability, 0 to 1.</param>
/// <param name="RepeatPenalty">Divides the scores of the last 64 tokens, 1 to 2; 1 changes nothing.</param>
public sealed record SamplingSettings(
    long Seed,
    double Temperature = 0.8,
    int TopK = 40,
    double TopP = 0.95,
    double MinP = 0.0,
    double RepeatPenalty = 1.0);
