using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>Paths that are not there or may not be read.</summary>
internal static class Unreachable
{
    /// <summary>What stands for such a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="exception">What the system said.</param>
    /// <returns>The source with its problem.</returns>
    public static NetworkSource Source(string path, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => Source(path, "There is no such file or folder."),
        UnauthorizedAccessException => Source(path, "It may not be read.", $"Try: chmod u+r '{path}'"),
        _ => Source(path, exception.Message),
    };

    /// <summary>What stands for such a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="hint">What helps.</param>
    /// <returns>The source with its problem.</returns>
    public static NetworkSource Source(string path, string message, string hint = "Check the path; it is relative to the folder that the command runs in.") =>
        new(path) { Problem = new Failure(FailureClass.Unreadable, message, Hint: hint), IsUnreachable = true };
}
