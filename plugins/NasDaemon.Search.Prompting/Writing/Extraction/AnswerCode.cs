using System.Text.RegularExpressions;

namespace NasDaemon.Search.Prompting.Writing.Extraction;

/// <summary>Finds the source in what a language model answered: fenced or bare, in one block or several, with text around it.</summary>
internal static partial class AnswerCode
{
    // What a fence may call a source. Other languages are looked at only where there is nothing else.
    private static readonly string[] Languages = ["", "python", "py", "python3", "pytorch", "torch", "plaintext", "text"];

    /// <summary>Finds what may be the source.</summary>
    /// <param name="answer">The answer, with the text that it was made to begin with.</param>
    /// <returns>The likeliest first; empty where the answer holds no code.</returns>
    public static IReadOnlyList<CodeBlock> Find(string answer)
    {
        var text = Thinking.Remove(answer);
        var fenced = FencedBlocks.Find(text);
        var blocks = fenced.Where(block => Languages.Contains(block.Language)).ToList();
        blocks = blocks.Count > 0 ? blocks : fenced;
        if (blocks.Count == 0)
        {
            return BareCode.Find(text) is { } bare && Class().IsMatch(bare.Text) ? [bare] : [];
        }

        var main = blocks.FindLastIndex(block => Network().IsMatch(block.Text));
        main = main < 0 ? blocks.FindLastIndex(block => Class().IsMatch(block.Text)) : main;
        if (main < 0)
        {
            return [];
        }

        // Helpers may stand in blocks of their own.
        return main == 0 ? [blocks[0]] : [blocks[main], Join(blocks[..(main + 1)]), .. blocks.Count > main + 1 ? new[] { Join(blocks) } : []];
    }

    private static CodeBlock Join(List<CodeBlock> blocks) =>
        new(blocks[^1].Language, string.Join('\n', blocks.Select(block => block.Text)), blocks[^1].IsClosed);

    [GeneratedRegex(@"^class\s+Net\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Network();

    [GeneratedRegex(@"^class\s+\w+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Class();
}
