using System.Collections.Immutable;

namespace NasDaemon.LanguageModels.OpenAI.Requests;

/// <summary>What a server has refused to be sent, so that it is not sent again.</summary>
/// <param name="Refused">The names of the fields.</param>
internal sealed record Dialect(ImmutableSortedSet<string> Refused)
{
    /// <summary>The limit of tokens under its older name.</summary>
    public const string MaximumTokens = "max_tokens";

    /// <summary>Whether an answer is written piece by piece.</summary>
    public const string Stream = "stream";

    private const string NewerMaximumTokens = "max_completion_tokens";

    private static readonly ImmutableArray<string> Optional =
    [
        "stream_options", Stream, "timings_per_token", "cache_prompt", "repetition_penalty", "repeat_penalty", "repeat_last_n", "min_p", "top_k", "seed",
    ];

    /// <summary>Nothing was refused.</summary>
    public static Dialect Full { get; } = new(ImmutableSortedSet<string>.Empty);

    /// <summary>Whether a field may be sent.</summary>
    /// <param name="field">Its name.</param>
    /// <returns>True where the server has not refused it.</returns>
    public bool Has(string field) => !Refused.Contains(field);

    /// <summary>Finds the field that a server complains about.</summary>
    /// <param name="complaint">What it wrote.</param>
    /// <returns>The field; null where it is none that can be left away.</returns>
    public string? Find(string complaint) => Has(MaximumTokens) && Names(complaint, NewerMaximumTokens)
        ? MaximumTokens
        : Optional.FirstOrDefault(field => Has(field) && Names(complaint, field));

    /// <summary>Leaves a field away from now on.</summary>
    /// <param name="field">Its name.</param>
    /// <returns>What may still be sent.</returns>
    public Dialect Without(string field) => new(Refused.Add(field));

    private static bool Names(string complaint, string field)
    {
        for (var start = complaint.IndexOf(field, StringComparison.Ordinal); start >= 0; start = complaint.IndexOf(field, start + 1, StringComparison.Ordinal))
        {
            if (!IsPartOfName(complaint, start - 1) && !IsPartOfName(complaint, start + field.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfName(string text, int index) =>
        index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '_');
}
