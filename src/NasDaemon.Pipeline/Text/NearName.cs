namespace NasDaemon.Pipeline.Text;

/// <summary>Finds the known name that a wrong one was probably meant to be.</summary>
public static class NearName
{
    /// <summary>The nearest of the known names by edit distance, neighbouring letters swapped counting as one edit.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <returns>The nearest, or null where none is near enough to be meant.</returns>
    public static string? Find(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        var written = Fold(name);
        if (written.Length is 0 or > 100)
        {
            return null;
        }

        var best = known
            .Select(candidate => (Name: candidate, Distance: Distance(written, Fold(candidate))))
            .Where(entry => entry.Distance <= Tolerance(written, entry.Name) || IsPart(written, Fold(entry.Name)))
            .OrderBy(entry => entry.Distance)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name;
    }

    /// <summary>The question to put behind a message about an unknown name.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <returns><c>Did you mean 'x'?</c>, or the list of what is known where nothing is near.</returns>
    public static string Remedy(string name, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return Find(name, known) is { } near ? $"Did you mean '{near}'?"
            : known.Count == 0 ? "None is known here."
            : $"Known are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
    }

    private static string Fold(string name) => name.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    private static int Tolerance(string written, string candidate) => Math.Max(1, Math.Max(written.Length, candidate.Length) / 3);

    private static bool IsPart(string written, string candidate) =>
        written.Length >= 3
        && (candidate.StartsWith(written, StringComparison.Ordinal) || candidate.Split('_').Contains(written, StringComparer.Ordinal));

    // Optimal string alignment: three rows of the usual table are enough to look back over a swap.
    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        var row = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(substitution, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[right.Length];
    }
}
