using System.Text.RegularExpressions;

namespace NasDaemon.Pipeline.Tasks.Requests;

/// <summary>Finds out whether a request asks for something else than classification.</summary>
/// <remarks>
/// The rule: the request uses words of another goal, at least one of them neither denied (<c>not</c>, <c>without</c>, <c>instead of</c>
/// just before) nor said in passing (<c>backbone</c>, <c>later</c> in the same sentence), and nowhere words of classification. A request
/// that does both is taken for a classification, and the report says what else it speaks of.
/// </remarks>
internal static partial class GoalReading
{
    private const int WordsBefore = 4;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What it asks for, or speaks of; null where there is nothing to say.</returns>
    public static GoalFinding? Read(string request)
    {
        foreach (var goal in OtherGoals.All)
        {
            var matches = goal.Words.Matches(request);
            if (matches.Count > 0)
            {
                var isMeant = !Classification().IsMatch(request) && matches.Any(match => !IsDenied(request, match) && !IsInPassing(request, match));
                return new GoalFinding(goal.Name, matches[0].Value, isMeant);
            }
        }

        return null;
    }

    private static bool IsDenied(string request, Match match)
    {
        var before = Sentence(request, match)[..PositionInSentence(request, match)];
        var near = string.Join(' ', before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeLast(WordsBefore));
        return Denial().IsMatch(near) || ChineseDenial().IsMatch(before.Length > 6 ? before[^6..] : before);
    }

    private static bool IsInPassing(string request, Match match) => Passing().IsMatch(Sentence(request, match));

    private static string Sentence(string request, Match match)
    {
        var end = request.IndexOfAny(SentenceEnds, match.Index + match.Length);
        return request[SentenceStart(request, match)..(end < 0 ? request.Length : end)];
    }

    private static int PositionInSentence(string request, Match match) => match.Index - SentenceStart(request, match);

    private static int SentenceStart(string request, Match match) => match.Index == 0 ? 0 : request.LastIndexOfAny(SentenceEnds, match.Index - 1) + 1;

    private static readonly char[] SentenceEnds = ['.', '!', '?', ';', '\n', '。', '！', '？'];

    [GeneratedRegex(
        @"\b(classif|categori[sz]|klassif|clasif|klasyf|s[ıi]n[ıi]fland)|класс?иф|\b(tell|telling|distinguish(es|ing)?|separate|discriminate)\b.*\b(from|between|and|apart)\b|\brecogni[sz]|\bwhether\b|\bwhich class"
        + @"|\bunterscheide|\berkenn|\bdistingu|\breconna[iî]t|\breconoc|\briconosc|\breconhec|\brozr[óo][żz]ni|\brozpozna|различ|распозна|розпізна|розрізня|\btan[ıi]yan|\bay[ıi]rt et|分类|分類|识别|識別|분류",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        1000)]
    private static partial Regex Classification();

    [GeneratedRegex(
        @"\b(not?|never|without|don['’]?t|instead of|rather than|unlike|nicht|keine?|ohne|statt|pas|sans|sin|non|senza|não|sem|nie|bez|değil|не|без|ні)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Denial();

    [GeneratedRegex("不|无|無|没有|沒有|ない|않", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseDenial();

    [GeneratedRegex(
        @"\b(backbone|feature extractor|encoder for|later|afterwards|some day|in (the )?future|pre-?train|merkmalsextraktor|später|plus tard|más tarde|in seguito|mais tarde|później|daha sonra)\b|позже|потом|пізніше|以后|以後|将来|나중",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Passing();
}

/// <summary>A goal that a request speaks of and that is no classification.</summary>
/// <param name="Goal">What it is called.</param>
/// <param name="Words">The words of the request.</param>
/// <param name="IsMeant">Whether the request asks for it, rather than mentioning it.</param>
internal sealed record GoalFinding(string Goal, string Words, bool IsMeant);
