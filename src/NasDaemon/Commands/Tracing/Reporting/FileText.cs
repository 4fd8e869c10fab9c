namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>Says which files were made of a network, and which could not be.</summary>
internal static class FileText
{
    /// <summary>Says it.</summary>
    /// <param name="output">Where to name the files.</param>
    /// <param name="error">Where to say what could not be written.</param>
    /// <param name="outcome">The network with its files.</param>
    public static void Write(TextWriter output, TextWriter error, TraceOutcome outcome)
    {
        foreach (var file in outcome.Files)
        {
            if (file.Failure is { } failure)
            {
                error.WriteLine($"{outcome.Source.Place}: --{file.Kind}: {failure.Message}");
                if (!string.IsNullOrEmpty(failure.Hint))
                {
                    error.WriteLine(failure.Hint);
                }
            }
            else
            {
                output.WriteLine($"written {file.Path}");
            }
        }
    }
}
