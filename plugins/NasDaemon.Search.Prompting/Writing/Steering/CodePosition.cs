using NasDaemon.Search.Prompting.Writing.Extraction;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>Where the code of an answer stands while it is written.</summary>
/// <param name="Code">The code so far, whole lines only; empty before it begins.</param>
/// <param name="IsClosed">Whether its closing fence was written.</param>
internal readonly record struct CodePosition(string Code, bool IsClosed)
{
    /// <summary>Finds it.</summary>
    /// <param name="text">The answer so far.</param>
    /// <param name="isEnded">Whether nothing follows: the last line is then whole.</param>
    /// <returns>The code.</returns>
    public static CodePosition Of(string text, bool isEnded)
    {
        var whole = isEnded && !text.EndsWith('\n') ? text + "\n" : text[..(text.LastIndexOf('\n') + 1)];
        return AnswerCode.Find(whole) is [var block, ..] ? new CodePosition(block.Text, block.IsClosed) : new CodePosition(string.Empty, IsClosed: false);
    }
}
