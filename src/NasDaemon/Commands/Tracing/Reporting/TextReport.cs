namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>For people: one source in full.</summary>
/// <param name="output">Where to.</param>
internal sealed class TextReport(TextWriter output) : ITraceReport
{
    /// <inheritdoc/>
    public void Add(TraceOutcome outcome)
    {
        if (outcome.IsAccepted)
        {
            TraceTable.Write(output, outcome.Source.Text!, outcome.Architecture);
        }
        else
        {
            FailureText.Write(output, outcome.Source.Place, outcome.Source.Text ?? string.Empty, outcome.Failure);
        }
    }

    /// <inheritdoc/>
    public void Finish() => output.Flush();
}
