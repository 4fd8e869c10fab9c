using System.Text;

namespace NasDaemon.Architectures.Mending.Texts;

/// <summary>Writes what two sources differ in, as a unified diff.</summary>
internal static class UnifiedDifference
{
    private const int Context = 1;

    /// <summary>Compares two sources that differ in few places.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <returns>One hunk from the first difference to the last; empty where they are the same.</returns>
    public static string Between(string before, string after)
    {
        var (left, right) = (Lines(before), Lines(after));
        var shorter = Math.Min(left.Length, right.Length);
        var same = 0;
        while (same < shorter && left[same] == right[same])
        {
            same++;
        }

        var tail = 0;
        while (tail < shorter - same && left[^(tail + 1)] == right[^(tail + 1)])
        {
            tail++;
        }

        if (same == left.Length && same == right.Length)
        {
            return string.Empty;
        }

        var start = Math.Max(0, same - Context);
        var (leftEnd, rightEnd) = (Math.Min(left.Length, left.Length - tail + Context), Math.Min(right.Length, right.Length - tail + Context));
        var text = new StringBuilder($"@@ -{start + 1},{leftEnd - start} +{start + 1},{rightEnd - start} @@\n");
        Append(text, ' ', left[start..same]);
        AppendMiddle(text, left[same..(left.Length - tail)], right[same..(right.Length - tail)]);
        Append(text, ' ', left[(left.Length - tail)..leftEnd]);
        return text.ToString();
    }

    // Lines that stay between changed ones are told apart where both sides have as many.
    private static void AppendMiddle(StringBuilder text, string[] removed, string[] added)
    {
        if (removed.Length != added.Length)
        {
            Append(text, '-', removed);
            Append(text, '+', added);
            return;
        }

        for (var index = 0; index < removed.Length; index++)
        {
            if (removed[index] == added[index])
            {
                Append(text, ' ', [removed[index]]);
                continue;
            }

            Append(text, '-', [removed[index]]);
            Append(text, '+', [added[index]]);
        }
    }

    private static void Append(StringBuilder text, char mark, string[] lines)
    {
        foreach (var line in lines)
        {
            text.Append(mark).Append(line).Append('\n');
        }
    }

    private static string[] Lines(string source) => source.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
