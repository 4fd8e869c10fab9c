using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp;

/// <summary>Holds requests to their ranges, some of which the library would answer with the end of the process.</summary>
internal static class RequestCheck
{
    private const int MostStopStrings = 16;

    /// <summary>What is wrong with a request; null where nothing is.</summary>
    public static string? Problem(ContinuationRequest request)
    {
        var sampling = request.Sampling;
        return (request, sampling) switch
        {
            ({ MaximumTokens: < 1 }, _) => "The token limit must be at least 1.",
            ({ StopStrings.IsDefault: true } or { StopStrings.Length: > MostStopStrings }, _) => $"There may be at most {MostStopStrings} stop strings.",
            _ when request.StopStrings.Any(string.IsNullOrEmpty) => "A stop string must not be empty.",
            _ when !Within(sampling.Temperature, 0, 5) => "The temperature must lie within 0 and 5.",
            (_, { TopK: < 0 or > 1_000_000 }) => "top-k must lie within 0 and 1,000,000.",
            _ when !Within(sampling.TopP, double.Epsilon, 1) => "top-p must be above 0 and at most 1.",
            _ when !Within(sampling.MinP, 0, 1) => "min-p must lie within 0 and 1.",
            _ when !Within(sampling.RepeatPenalty, 1, 2) => "The repeat penalty must lie within 1 and 2.",
            _ => null,
        };
    }

    /// <summary>The same request without its prompt.</summary>
    public static ContinuationRequest WithoutPrompt(CompletionRequest request) =>
        new(request.Sampling, request.MaximumTokens, request.StopStrings.IsDefault ? ImmutableArray<string>.Empty : request.StopStrings, request.Grammar);

    private static bool Within(double value, double least, double most) => value >= least && value <= most;
}
