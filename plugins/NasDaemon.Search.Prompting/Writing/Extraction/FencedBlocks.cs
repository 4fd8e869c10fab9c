using System.Text;

namespace NasDaemon.Search.Prompting.Writing.Extraction;

/// <summary>Finds the blocks between fences of backticks or tildes.</summary>
internal static class FencedBlocks
{
    private const int ShortestFence = 3;

    /// <summary>Finds them.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The blocks in order; the last may lack its closing fence.</returns>
    public static List<CodeBlock> Find(string answer)
    {
        var blocks = new List<CodeBlock>();
        string? fence = null;
        var language = string.Empty;
        var indentation = 0;
        var text = new StringBuilder();
        foreach (var line in answer.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.Trim();
            if (fence is null)
            {
                if (Fence(trimmed) is { } opening && trimmed.IndexOf(opening[0], opening.Length) < 0)
                {
                    (fence, language, indentation) = (opening, trimmed[opening.Length..].Trim().ToLowerInvariant(), line.Length - line.TrimStart().Length);
                }
            }
            else if (trimmed.StartsWith(fence, StringComparison.Ordinal) && trimmed.AsSpan().Trim(fence[0]).IsEmpty)
            {
                blocks.Add(new CodeBlock(language, text.ToString(), IsClosed: true));
                text.Clear();
                fence = null;
            }
            else
            {
                text.Append(Unindent(line, indentation)).Append('\n');
            }
        }

        if (fence is not null)
        {
            blocks.Add(new CodeBlock(language, text.ToString(), IsClosed: false));
        }

        return blocks;
    }

    private static string? Fence(string line)
    {
        if (line.Length < ShortestFence || line[0] is not ('`' or '~'))
        {
            return null;
        }

        var length = line.AsSpan().IndexOfAnyExcept(line[0]);
        length = length < 0 ? line.Length : length;
        return length >= ShortestFence ? line[..length] : null;
    }

    private static string Unindent(string line, int indentation)
    {
        var own = line.Length - line.TrimStart().Length;
        return line[Math.Min(own, indentation)..];
    }
}
