using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>A file in the inbox that has held still.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Status">What it was when it was last looked at.</param>
public sealed record InboxFile(string Path, FileStatus Status)
{
    /// <summary>Its name without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
