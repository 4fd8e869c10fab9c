using NasDaemon.Logging;
using Serilog.Events;
using Serilog.Parsing;

namespace NasDaemon.Tests.Logging;

public sealed class JournalFormatterTests
{
    [Theory]
    [InlineData(LogEventLevel.Debug, 7)]
    [InlineData(LogEventLevel.Information, 6)]
    [InlineData(LogEventLevel.Warning, 4)]
    [InlineData(LogEventLevel.Error, 3)]
    [InlineData(LogEventLevel.Fatal, 2)]
    public void Format_Level_BecomesThePriority(LogEventLevel level, int priority) =>
        Assert.Equal($"<{priority}>Test: all well\n", Format(level, "all well", exception: null));

    [Fact]
    public void Format_SeveralLines_EachHasThePriority()
    {
        var lines = Format(LogEventLevel.Error, "first\nsecond", new InvalidOperationException("third")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("<3>", line, StringComparison.Ordinal));
    }

    private static string Format(LogEventLevel level, string message, Exception? exception)
    {
        using var output = new StringWriter();
        new JournalFormatter().Format(
            new LogEvent(
                DateTimeOffset.UnixEpoch,
                level,
                exception,
                new MessageTemplateParser().Parse(message),
                [new LogEventProperty("SourceContext", new ScalarValue("Test"))]),
            output);
        return output.ToString();
    }
}
