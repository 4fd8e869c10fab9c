using System.Globalization;
using System.Text;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Reads backslash escapes.</summary>
internal static class EscapeReader
{
    /// <summary>Appends the characters that a literal stands for.</summary>
    /// <param name="target">Takes the characters.</param>
    /// <param name="content">What stands inside the quotes.</param>
    /// <param name="isRaw">Whether backslashes stand for themselves.</param>
    /// <param name="message">Python's message where an escape is broken.</param>
    /// <returns>False where an escape is broken.</returns>
    public static bool TryAppend(StringBuilder target, ReadOnlySpan<char> content, bool isRaw, out string message)
    {
        message = string.Empty;
        if (isRaw || !content.Contains('\\'))
        {
            target.Append(content);
            return true;
        }

        for (var index = 0; index < content.Length; index++)
        {
            if (content[index] != '\\' || index + 1 >= content.Length)
            {
                target.Append(content[index]);
                continue;
            }

            index++;
            if (!TryAppendEscape(target, content, ref index, out message))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryAppendEscape(StringBuilder target, ReadOnlySpan<char> content, ref int index, out string message)
    {
        message = string.Empty;
        var letter = content[index];
        switch (letter)
        {
            case 'n': target.Append('\n'); return true;
            case 't': target.Append('\t'); return true;
            case 'r': target.Append('\r'); return true;
            case 'a': target.Append('\a'); return true;
            case 'b': target.Append('\b'); return true;
            case 'f': target.Append('\f'); return true;
            case 'v': target.Append('\v'); return true;
            case '\\' or '\'' or '"': target.Append(letter); return true;
            case '\n': return true;
            case '\r':
                index += index + 1 < content.Length && content[index + 1] == '\n' ? 1 : 0;
                return true;
            case >= '0' and <= '7':
                AppendOctal(target, content, ref index);
                return true;
            case 'x': return TryAppendHexadecimal(target, content, ref index, 2, "truncated \\xXX escape", out message);
            case 'u': return TryAppendHexadecimal(target, content, ref index, 4, "truncated \\uXXXX escape", out message);
            case 'U': return TryAppendHexadecimal(target, content, ref index, 8, "truncated \\UXXXXXXXX escape", out message);
            default:
                target.Append('\\').Append(letter);
                return true;
        }
    }

    private static void AppendOctal(StringBuilder target, ReadOnlySpan<char> content, ref int index)
    {
        var code = 0;
        var end = Math.Min(index + 3, content.Length);
        var next = index;
        for (; next < end && content[next] is >= '0' and <= '7'; next++)
        {
            code = (code * 8) + (content[next] - '0');
        }

        index = next - 1;
        target.Append((char)code);
    }

    private static bool TryAppendHexadecimal(
        StringBuilder target, ReadOnlySpan<char> content, ref int index, int length, string problem, out string message)
    {
        var start = index + 1;
        message = string.Empty;
        if (start + length <= content.Length
            && int.TryParse(content.Slice(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code is >= 0 and <= 0x10FFFF)
        {
            target.Append(code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
            index += length;
            return true;
        }

        message = $"(unicode error) 'unicodeescape' codec can't decode bytes in position {index - 1}-{content.Length - 1}: {problem}";
        return false;
    }
}
