using System.Text;
using System.Text.RegularExpressions;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Names of tasks: lower-case letters, digits and hyphens, since they become folders.</summary>
public static partial class TaskName
{
    /// <summary>The most characters of a name.</summary>
    public const int Longest = 64;

    /// <summary>Whether a text is a legal name, or the id made from one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where it is.</returns>
    public static bool IsLegal(string text) => text is { Length: > 0 and <= Longest + 8 } && Form().IsMatch(text);

    /// <summary>The name that a file gives its task.</summary>
    /// <param name="file">The file's name, with or without folders and extension.</param>
    /// <returns>A legal name: what is not allowed becomes a hyphen.</returns>
    public static string FromFile(string file)
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(file).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                name.Append(letter);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var trimmed = name.ToString(0, Math.Min(name.Length, Longest)).TrimEnd('-');
        return trimmed.Length > 0 ? trimmed : "task";
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant, 5000)]
    internal static partial Regex Form();
}
