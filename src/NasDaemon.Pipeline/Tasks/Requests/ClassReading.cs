using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NasDaemon.Pipeline.Tasks.Requests;

/// <summary>Finds the classes that a request names.</summary>
/// <remarks>
/// The rule for a filter: the request names at least two classes of the data set and not all, each in its singular or plural, in a single
/// row with nothing between two of them but commas, articles and <c>and</c>, <c>or</c>, <c>from</c>, <c>against</c>, <c>versus</c>; the row
/// does not follow <c>except</c>, <c>without</c>, <c>not</c>, <c>such as</c>, <c>like</c>. Classes that are numbers count only behind
/// <c>digits</c>, <c>classes</c> or <c>numbers</c>.
/// </remarks>
/// <param name="classes">The data set's classes.</param>
internal sealed partial class ClassReading(ImmutableArray<string> classes)
{
    /// <summary>Every class that the request names, in the order of their first mention.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The classes.</returns>
    public ImmutableArray<string> Named(string request) => [.. Mentions(request).Select(mention => mention.Class).Distinct()];

    /// <summary>The classes to which the request restricts the data set.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The classes in the order of their mention; empty where it does not say so plainly.</returns>
    public ImmutableArray<string> Filter(string request)
    {
        var mentions = Mentions(request);
        var named = mentions.Select(mention => mention.Class).Distinct().ToImmutableArray();
        if (named.Length < 2 || named.Length >= classes.Length)
        {
            return [];
        }

        // Mentions behind the row repeat it: "frogs against dogs; a frog is 0".
        var row = mentions.Take(1).Concat(mentions.Zip(mentions.Skip(1))
            .TakeWhile(pair => Between().IsMatch(request[pair.First.End..pair.Second.Start]))
            .Select(pair => pair.Second)).ToList();
        var isWhole = row.Select(mention => mention.Class).Distinct().Count() == named.Length;
        return isWhole && !Exception().IsMatch(request[..row[0].Start]) ? named : [];
    }

    private List<Mention> Mentions(string request) =>
    [
        .. classes.SelectMany(name => Pattern(name).Matches(request).Select(match => new Mention(name, match.Index, match.Index + match.Length)))
            .Where(mention => !IsNumber(mention.Class) || IsBehindNumbersWord(request, mention.Start))
            .OrderBy(mention => mention.Start),
    ];

    private static bool IsNumber(string name) => name.All(char.IsDigit);

    private static bool IsBehindNumbersWord(string request, int position) => NumbersWord().IsMatch(request[..position]);

    private static Regex Pattern(string name)
    {
        var escaped = Regex.Escape(name).Replace(@"\ ", @"[ _-]", StringComparison.Ordinal);
        var plural = name.EndsWith('y') ? $"(?:{escaped}|{Regex.Escape(name[..^1])}ies)" : $"{escaped}(?:e?s)?";
        return new Regex($@"(?<![\w.]){plural}(?![\w]|\.\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"^[\s,/&\-–]*(?:(?:and|or|nor|from|against|vs\.?|versus|the|a|an|und|oder|gegen|von|et|ou|contre|y|o|contra)\b[\s,.]*)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:except(?: for)?|without|but|not|no|other than|excluding|such as|like|e\.g\.|for example|außer|ohne|sauf|sans|excepto|sin)\s+(?:the |for |classes? |of )*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Exception();

    [GeneratedRegex(@"\b(?:digits?|class(?:es)?|numbers?|ziffern?|klassen?|chiffres?)\s*:?\s*(?:\d+\s*(?:,|and|or|from|against|vs\.?|versus|und|oder|et|ou|\s)\s*)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumbersWord();

    private sealed record Mention(string Class, int Start, int End);
}
