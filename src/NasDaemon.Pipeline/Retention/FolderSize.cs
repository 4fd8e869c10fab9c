namespace NasDaemon.Pipeline.Retention;

/// <summary>What folders take on the disk.</summary>
internal static class FolderSize
{
    /// <summary>Adds up a folder's files.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <returns>Their bytes. Files that go while they are counted are left out.</returns>
    public static long Of(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Sum(Length)
                : 0;
        }
        catch (DirectoryNotFoundException)
        {
            // It was taken away meanwhile.
            return 0;
        }
    }

    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // A running trial has replaced its checkpoint meanwhile.
            return 0;
        }
    }
}
