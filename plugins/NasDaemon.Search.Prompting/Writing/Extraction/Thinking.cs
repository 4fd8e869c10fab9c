namespace NasDaemon.Search.Prompting.Writing.Extraction;

/// <summary>The part of an answer in which a model thinks before it answers.</summary>
internal static class Thinking
{
    private const string Opening = "<think>";
    private const string Closing = "</think>";

    /// <summary>Takes it out.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The rest. Nothing is left of a thinking part that never ends.</returns>
    public static string Remove(string answer)
    {
        // Some chat templates open the part themselves, so that the answer only closes it.
        var end = answer.LastIndexOf(Closing, StringComparison.OrdinalIgnoreCase);
        if (end >= 0)
        {
            return answer[(end + Closing.Length)..];
        }

        var start = answer.IndexOf(Opening, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? answer : answer[..start];
    }
}
