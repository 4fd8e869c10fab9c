namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>For people: one source in full.</summary>
/// <param name="output">Where to.</param>
/// <param name="error">Where to say what could not be written.</param>
internal sealed class TextReport(TextWriter output, TextWriter error) : ITraceReport
{
    /// <inheritdoc/>
    public void Add(TraceOutcome outcome)
    {
        if (outcome.IsAccepted)
        {
            TraceTable.Write(output, outcome.Source.Text!, outcome.Architecture);
            WriteFiles(outcome);
        }
        else
        {
            FailureText.Write(output, outcome.Source.Place, outcome.Source.Text ?? string.Empty, outcome.Failure);
        }
    }

    private void WriteFiles(TraceOutcome outcome)
    {
        foreach (var file in outcome.Files)
        {
            if (file.Failure is { } failure)
            {
                error.WriteLine($"{outcome.Source.Place}: --{file.Kind}: {failure.Message}");
                error.WriteLine(failure.Hint);
            }
            else
            {
                output.WriteLine($"written      {file.Path}");
            }
        }
    }

    /// <inheritdoc/>
    public void Finish() => output.Flush();
}
