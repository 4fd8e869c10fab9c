namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>A form in which outcomes are shown.</summary>
internal interface ITraceReport
{
    /// <summary>Shows the next outcome.</summary>
    /// <param name="outcome">What became of a source.</param>
    void Add(TraceOutcome outcome);

    /// <summary>Shows what there is to say at the end.</summary>
    void Finish();
}
