using NasDaemon.Commands.Logs;

namespace NasDaemon.Tests.Commands.Logs;

public sealed class TaskLinesTests
{
    private static readonly string[] Log =
    [
        Line("Started. Tasks come from /in/net, results go to /out"),
        Line("net.yaml was taken as task net"),
        Line("Task net-2 begins (start 1)"),
        Line("Worker 3 is replaced: it crashed"),
        Line("Task net-2: the report is in /out/net-2"),
        Line("Task net begins (start 1)"),
        Line("Worker 4 is replaced: it hung"),
        "   at Some.Method()",
        Line("net-2.yaml was taken as task net-2"),
        Line("Task net: the report is in /out/net"),
        Line("Worker 5 started"),
        Line("Asked to cancel net: Ended"),
    ];

    [Fact]
    public void Of_ALogOfSeveralTasks_GivesWhatNamesTheTaskAndWhatHappenedWhileItWasWorkedOn() => Assert.Equal(
        [Log[1], Log[5], Log[6], Log[7], Log[8], Log[9], Log[11]], new TaskLines("net").Of(Log));

    [Fact]
    public void Of_LinesInTwoParts_GoesOnWhereTheFirstEnded()
    {
        var lines = new TaskLines("net");

        Assert.Equal(new TaskLines("net").Of(Log), (string[])[.. lines.Of(Log[..7]), .. lines.Of(Log[7..])]);
    }

    private static string Line(string message) => $"2025-03-04T05:06:07.000+00:00 INF Some.Class: {message}";
}
