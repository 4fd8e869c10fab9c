using System.Globalization;
using System.Text;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Pipeline.Outbox;

/// <summary>Tells the user why a task was refused: <c>outbox/ID/REJECTED.md</c> with the original beside it.</summary>
public static class RejectedTask
{
    /// <summary>The name of the file with the reasons.</summary>
    public const string FileName = "REJECTED.md";

    /// <summary>Publishes the reasons and the original.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="id">The task's id.</param>
    /// <param name="reading">What is wrong.</param>
    /// <param name="original">The claimed file. It is copied; where that is not possible it is moved, and links are left out.</param>
    /// <returns>The visible folder.</returns>
    public static string Publish(string outbox, string id, TaskReading reading, string original)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var folder = OutboxFolder.Open(outbox, id);
        var copy = Path.Combine(folder.WorkFolder, reading.File);
        var status = FileStatus.Of(original);
        if (status is { Kind: FileKind.Regular })
        {
            Bring(original, copy);
        }

        AtomicFile.Write(Path.Combine(folder.WorkFolder, FileName), Text(reading, FileStatus.Of(copy) is not null));
        return folder.Publish();
    }

    private static void Bring(string original, string copy)
    {
        const int LargestCopy = 1024 * 1024;
        if (RegularFile.Read(original, LargestCopy).Bytes is { } bytes)
        {
            AtomicFile.Write(copy, bytes);
        }
        else
        {
            AtomicMove.Rename(original, copy);
        }
    }

    private static string Text(TaskReading reading, bool hasOriginal)
    {
        var text = new StringBuilder();
        var file = Printable(reading.File);
        text.Append(CultureInfo.InvariantCulture, $"# `{file}` was not taken\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Count(reading.Problems.Length)} Nothing was trained.\n\n");
        foreach (var problem in reading.Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"* `{file}:{problem.Line}:{problem.Column}` {Printable(problem.Message)} **{Printable(problem.Remedy)}**\n");
        }

        text.Append(hasOriginal
            ? "\nThe file as it was submitted lies beside this one. Correct it and put it into the inbox again.\n"
            : "\nPut a corrected file into the inbox.\n");
        text.Append(CultureInfo.InvariantCulture, $"`nasdaemon validate {file}` checks a file before it is submitted.\n");
        return text.ToString();
    }

    private static string Count(int problems) => problems == 1 ? "One thing is wrong." : string.Create(CultureInfo.InvariantCulture, $"{problems} things are wrong.");

    // Names and values come from outside: a line break in one must not make Markdown of it.
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\ufffd' : letter == '`' ? '\'' : letter));
}
