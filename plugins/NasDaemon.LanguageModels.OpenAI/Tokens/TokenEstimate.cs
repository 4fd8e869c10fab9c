using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.OpenAI.Tokens;

/// <summary>
/// Guesses how many tokens a text has where the server does not count, on the high side: a token for each three letters of a word, each
/// digit, each sign, each run of white space and each byte beyond ASCII. Where a server turns out to count more, the guess grows with it.
/// </summary>
/// <remarks>On 400 network sources it is 1.2 to 2.0 times the count of DeepSeek-Coder's tokenizer, and 1.5 to 2.2 times that of Qwen2.5-Coder's.</remarks>
internal sealed class TokenEstimate
{
    private const int LettersPerToken = 3;
    private const int TokensPerMessage = 8;
    private const int TokensPerPrompt = 16;
    private readonly Lock _lock = new();
    private double _scale = 1;

    /// <summary>Guesses the tokens of a prompt.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <returns>How many.</returns>
    public int Of(Prompt prompt)
    {
        lock (_lock)
        {
            return (int)Math.Min(int.MaxValue, Math.Ceiling(Raw(prompt) * _scale));
        }
    }

    /// <summary>Guesses the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How many.</returns>
    public static int Of(string text)
    {
        var (tokens, letters, isSpace) = (0, 0, false);
        foreach (var character in text)
        {
            var isLetter = char.IsAsciiLetter(character);
            letters = isLetter ? letters + 1 : 0;
            var startsSpace = char.IsWhiteSpace(character) && !isSpace;
            isSpace = char.IsWhiteSpace(character);
            tokens += isLetter ? (letters % LettersPerToken == 1 ? 1 : 0)
                : isSpace ? (startsSpace ? 1 : 0)
                : char.IsAscii(character) ? 1
                : 3;
        }

        return tokens;
    }

    /// <summary>Learns how many tokens a prompt had.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="tokens">How many the server counted.</param>
    public void Learn(Prompt prompt, int tokens)
    {
        lock (_lock)
        {
            _scale = Math.Max(_scale, tokens / Raw(prompt));
        }
    }

    private static double Raw(Prompt prompt) => TokensPerPrompt + prompt switch
    {
        ChatPrompt chat => Of(chat.AnswerStart) + chat.Messages.Sum(message => TokensPerMessage + Of(message.Text)),
        TextPrompt text => Of(text.Text),
        _ => 0,
    };
}
