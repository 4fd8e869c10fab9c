namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>Turns scores into natural logarithms of probabilities.</summary>
internal static class LogProbability
{
    /// <summary>What is to be subtracted from a score: the logarithm of the sum of all exponentials.</summary>
    public static double Normaliser(ReadOnlySpan<float> logits)
    {
        var largest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <summary>The logarithm of a token's probability.</summary>
    public static double Of(int token, ReadOnlySpan<float> logits) => logits[token] - Normaliser(logits);
}
