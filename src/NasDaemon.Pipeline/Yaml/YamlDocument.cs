using System.Collections.Immutable;
using System.Text;

namespace NasDaemon.Pipeline.Yaml;

/// <summary>A YAML document with places, or what is wrong with it.</summary>
/// <param name="Root">The document; null where it cannot be read at all.</param>
/// <param name="Problems">What is wrong; empty where nothing is.</param>
internal sealed record YamlDocument(YamlNode? Root, ImmutableArray<YamlProblem> Problems)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 256 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>The document, or what is wrong.</returns>
    public static YamlDocument Parse(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > LargestFile)
        {
            return Unreadable(TextPosition.Start, $"The file is larger than {LargestFile / 1024} KiB.", "Keep what a task says short.");
        }

        var control = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uffff') is >= 0 and var first ? FindControl(text, first) : -1;
        return control >= 0
            ? Unreadable(At(text, control), "The file holds a control character.", "Save it as plain text in UTF-8.")
            : new YamlParser(text).Parse();
    }

    /// <summary>Decodes the bytes of a file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="text">The text, empty where they are not UTF-8.</param>
    /// <returns>What is wrong, or null.</returns>
    public static YamlProblem? Decode(byte[] bytes, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(bytes).TrimStart('\ufeff');
            return null;
        }
        catch (DecoderFallbackException exception)
        {
            text = string.Empty;
            var position = At(Encoding.UTF8.GetString(bytes, 0, Math.Max(0, exception.Index)), int.MaxValue);
            return new YamlProblem(position.Line, position.Column, "The file is not UTF-8 text.", "Save it in UTF-8.");
        }
    }

    private static YamlDocument Unreadable(TextPosition position, string message, string remedy) =>
        new(null, [new YamlProblem(position.Line, position.Column, message, remedy)]);

    private static int FindControl(string text, int start)
    {
        for (var index = start; index < text.Length; index++)
        {
            if (char.IsControl(text[index]) && text[index] is not ('\n' or '\r' or '\t' or '\u0085'))
            {
                return index;
            }
        }

        return -1;
    }

    private static TextPosition At(string text, int index)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        return new TextPosition(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
