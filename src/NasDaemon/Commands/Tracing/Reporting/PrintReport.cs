using System.CommandLine;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>A text made of the network and nothing else, so that other programs can read it; refusals go to standard error.</summary>
/// <param name="console">Standard output and standard error.</param>
/// <param name="text">Makes the text.</param>
internal sealed class PrintReport(InvocationConfiguration console, Func<TraceOutcome, string> text) : ITraceReport
{
    private readonly TextReport _refusals = new(console.Error, console.Error, 0);

    /// <inheritdoc/>
    public void Add(TraceOutcome outcome)
    {
        if (outcome.IsAccepted)
        {
            console.Output.Write(text(outcome));
        }
        else
        {
            _refusals.Add(outcome);
        }
    }

    /// <inheritdoc/>
    public void Finish() => console.Output.Flush();
}
