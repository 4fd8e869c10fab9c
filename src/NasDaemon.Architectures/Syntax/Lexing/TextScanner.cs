namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>Finds where a string literal ends.</summary>
internal static class TextScanner
{
    /// <summary>The length of a string prefix (<c>r</c>, <c>f</c>, <c>Rb</c>, …) that stands before a quote.</summary>
    /// <param name="source">The source.</param>
    /// <param name="start">The index of the first character.</param>
    /// <returns>The length; -1 where no string begins here.</returns>
    public static int PrefixLength(string source, int start)
    {
        for (var length = 0; length <= 2 && start + length < source.Length; length++)
        {
            var character = source[start + length];
            if (character is '"' or '\'')
            {
                return length;
            }

            if (character is not ('r' or 'R' or 'b' or 'B' or 'f' or 'F' or 'u' or 'U'))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Finds the end of a string.</summary>
    /// <param name="source">The source.</param>
    /// <param name="quote">The index of its first quote.</param>
    /// <param name="isTriple">Whether it has three quotes a side.</param>
    /// <returns>The index behind the closing quotes; -1 where they are missing.</returns>
    public static int End(string source, int quote, out bool isTriple)
    {
        var mark = source[quote];
        isTriple = quote + 2 < source.Length && source[quote + 1] == mark && source[quote + 2] == mark;
        var index = isTriple ? quote + 3 : quote + 1;
        while (index < source.Length)
        {
            var character = source[index];
            if (character == '\\')
            {
                var isWindowsLineEnd = index + 2 < source.Length && source[index + 1] == '\r' && source[index + 2] == '\n';
                index += isWindowsLineEnd ? 3 : 2;
            }
            else if (character == mark && !isTriple)
            {
                return index + 1;
            }
            else if (character == mark && index + 2 < source.Length && source[index + 1] == mark && source[index + 2] == mark)
            {
                return index + 3;
            }
            else if (character is '\n' or '\r' && !isTriple)
            {
                return -1;
            }
            else
            {
                index++;
            }
        }

        return -1;
    }
}
