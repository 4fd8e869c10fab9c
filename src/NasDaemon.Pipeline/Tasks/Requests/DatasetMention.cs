using System.Text;

namespace NasDaemon.Pipeline.Tasks.Requests;

/// <summary>Finds the data sets that a request names.</summary>
internal static class DatasetMention
{
    private const int ShortestName = 4;

    /// <summary>Finds them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The data sets that there are.</param>
    /// <returns>Those that it names, whatever the spelling of hyphens and spaces; of names one within another the longest.</returns>
    public static IReadOnlyList<string> In(string request, IEnumerable<string> known)
    {
        var text = Folded(request);
        var named = known.Where(name => Folded(name) is { Length: >= ShortestName } folded && Holds(text, folded)).ToList();
        return [.. named.Where(name => !named.Any(other => other.Length > name.Length && Folded(other).Contains(Folded(name), StringComparison.Ordinal)))];
    }

    // CIFAR-10 is not named by CIFAR-100.
    private static bool Holds(string text, string name)
    {
        for (var start = text.IndexOf(name, StringComparison.Ordinal); start >= 0; start = text.IndexOf(name, start + 1, StringComparison.Ordinal))
        {
            var end = start + name.Length;
            if (end == text.Length || !char.IsDigit(text[end]) || !char.IsDigit(text[end - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
