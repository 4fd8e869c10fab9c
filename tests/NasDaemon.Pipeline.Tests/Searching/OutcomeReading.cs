using NasDaemon.Abstractions.Reports;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Pipeline.Tests.Searching;

internal static class OutcomeReading
{
    /// <summary>The report; where there is none, the test fails with what the outcome says.</summary>
    public static TaskReport ReportOrFail(this TaskOutcome outcome)
    {
        Assert.True(outcome.Report is not null, $"{outcome.End}: {outcome.Message}");
        return outcome.Report;
    }
}
