using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>Keeps count of what an answer costs, by what the server says and by what was seen of it.</summary>
/// <param name="time">The clock.</param>
internal sealed class AnswerCost(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private long? _first;
    private int _pieces;
    private ReportedUsage? _reported;

    /// <summary>Whether the server has said what the answer costs.</summary>
    public bool IsReported => _reported is { Prompt: not null, Generated: not null };

    /// <summary>The prompt's tokens as the server counts them; null where it does not say.</summary>
    public int? ReportedPrompt => _reported?.Prompt;

    /// <summary>Takes a piece into account.</summary>
    /// <param name="chunk">The piece.</param>
    public void Add(AnswerChunk chunk)
    {
        if (chunk.Text.Length > 0 || chunk.IsThought)
        {
            _first ??= time.GetTimestamp();
            _pieces++;
        }

        _reported = chunk.Usage ?? _reported;
    }

    /// <summary>What the answer cost.</summary>
    /// <param name="promptEstimate">The prompt's tokens where the server does not say.</param>
    /// <param name="answerEstimate">The answer's tokens where the server does not say.</param>
    /// <param name="isStreamed">Whether pieces came one by one, mostly a token each.</param>
    /// <returns>Tokens and times.</returns>
    public TokenUsage Total(int promptEstimate, int answerEstimate, bool isStreamed)
    {
        var now = time.GetTimestamp();
        return new TokenUsage(
            _reported?.Prompt ?? promptEstimate,
            _reported?.Reused ?? 0,
            _reported?.Generated ?? (isStreamed ? _pieces : answerEstimate),
            _reported?.PromptTime ?? time.GetElapsedTime(_start, _first ?? now),
            _reported?.GenerationTime ?? time.GetElapsedTime(_first ?? now, now));
    }
}
