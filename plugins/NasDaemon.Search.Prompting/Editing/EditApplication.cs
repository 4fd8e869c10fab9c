using System.Collections.Immutable;
using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Editing;

/// <summary>
/// Puts changes into a source. The lines to replace are looked for as they stand, then without regard to their indentation, then with a
/// fifth of them unlike; the place has to be the only one of its kind. The replacement is indented as the lines that it replaces.
/// </summary>
internal static class EditApplication
{
    private const double LeastLikeness = 0.8;

    /// <summary>Puts one change in.</summary>
    /// <param name="lines">The source's lines.</param>
    /// <param name="block">The change.</param>
    /// <returns>The lines then; null where the place is not found, or is not the only one.</returns>
    public static ImmutableArray<string>? Apply(ImmutableArray<string> lines, EditBlock block)
    {
        var search = WithoutEmptyEnds(block.Search);
        if (search.IsEmpty || search.Length > lines.Length)
        {
            return null;
        }

        var places = Enumerable.Range(0, lines.Length - search.Length + 1).ToList();
        var place = Only(places, start => Likeness(lines, start, search, line => line) >= 1)
            ?? Only(places, start => Likeness(lines, start, search, line => line.Trim()) >= 1)
            ?? Only(places, start => Likeness(lines, start, search, line => line.Trim()) >= LeastLikeness);
        return place is { } found ? Replace(lines, found, search, WithoutEmptyEnds(block.Replacement)) : null;
    }

    private static ImmutableArray<string> Replace(ImmutableArray<string> lines, int start, ImmutableArray<string> search, ImmutableArray<string> replacement)
    {
        var shift = SourceLines.Indentation(lines[start]) - SourceLines.Indentation(search[0]);
        return lines.RemoveRange(start, search.Length).InsertRange(start, replacement.Select(line => Shift(line, shift)));
    }

    private static string Shift(string line, int shift) => (line.Length, shift) switch
    {
        (0, _) => line,
        (_, >= 0) => new string(' ', shift) + line,
        _ => line[Math.Min(-shift, SourceLines.Indentation(line))..],
    };

    private static double Likeness(ImmutableArray<string> lines, int start, ImmutableArray<string> search, Func<string, string> seen)
    {
        var same = search.Index().Count(entry => seen(lines[start + entry.Index]) == seen(entry.Item));
        return same / (double)search.Length;
    }

    private static int? Only(List<int> places, Func<int, bool> fits)
    {
        var fitting = places.Where(fits).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static ImmutableArray<string> WithoutEmptyEnds(ImmutableArray<string> lines)
    {
        var first = lines.TakeWhile(string.IsNullOrWhiteSpace).Count();
        var last = lines.Reverse().TakeWhile(string.IsNullOrWhiteSpace).Count();
        return first == lines.Length ? [] : lines[first..^last];
    }
}
