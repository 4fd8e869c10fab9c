using System.Collections.Immutable;
using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Editing;

/// <summary>Finds the changes in an answer: search and replace blocks, or the hunks of a unified diff.</summary>
internal static class EditParser
{
    private const int ShortestMark = 4;

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The changes in order; a last one that was cut off is left out.</returns>
    public static ImmutableArray<EditBlock> Parse(string answer)
    {
        var lines = SourceLines.Of(answer);
        return lines.Any(line => IsMark(line, '<')) ? SearchBlocks(lines) : Hunks(lines);
    }

    private static ImmutableArray<EditBlock> SearchBlocks(string[] lines)
    {
        var blocks = ImmutableArray.CreateBuilder<EditBlock>();
        List<string>? search = null;
        List<string>? replacement = null;
        foreach (var line in lines)
        {
            if (IsMark(line, '<'))
            {
                (search, replacement) = ([], null);
            }
            else if (search is not null && IsMark(line, '='))
            {
                replacement = [];
            }
            else if (search is not null && replacement is not null && IsMark(line, '>'))
            {
                blocks.Add(new EditBlock([.. search], [.. replacement]));
                (search, replacement) = (null, null);
            }
            else if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                (replacement ?? search)?.Add(line);
            }
        }

        return blocks.ToImmutable();
    }

    private static ImmutableArray<EditBlock> Hunks(string[] lines)
    {
        var blocks = ImmutableArray.CreateBuilder<EditBlock>();
        List<string>? search = null;
        List<string> replacement = [];
        foreach (var line in lines.Append("@@"))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                AddHunk(blocks, search, replacement);
                (search, replacement) = ([], []);
            }
            else if (search is not null && !TakeDiffLine(line, search, replacement))
            {
                AddHunk(blocks, search, replacement);
                search = null;
            }
        }

        return blocks.ToImmutable();
    }

    private static bool TakeDiffLine(string line, List<string> search, List<string> replacement)
    {
        switch (line)
        {
            case ['-', .. var removed]:
                search.Add(removed);
                return true;
            case ['+', .. var added]:
                replacement.Add(added);
                return true;
            case [' ', .. var kept]:
                search.Add(kept);
                replacement.Add(kept);
                return true;
            case "":
                search.Add(line);
                replacement.Add(line);
                return true;
            default:
                return false;
        }
    }

    private static void AddHunk(ImmutableArray<EditBlock>.Builder blocks, List<string>? search, List<string> replacement)
    {
        if (search is not null && !search.SequenceEqual(replacement))
        {
            blocks.Add(new EditBlock([.. search], [.. replacement]));
        }
    }

    // Models miscount the signs and the words behind them.
    private static bool IsMark(string line, char sign) => line.TrimStart().TakeWhile(letter => letter == sign).Count() >= ShortestMark;
}
