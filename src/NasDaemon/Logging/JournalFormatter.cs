using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace NasDaemon.Logging;

/// <summary>
/// Writes every line with its priority in front (<c>&lt;6&gt;</c>), as <c>sd-daemon(3)</c> asks, so that the journal knows errors from
/// information. The journal has its own clock, so no time is written.
/// </summary>
internal sealed class JournalFormatter : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _text = new("{SourceContext}: {Message:lj}{NewLine}{Exception}", formatProvider: null);

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter();
        _text.Format(logEvent, text);
        var priority = Priority(logEvent.Level);
        foreach (var line in text.ToString().TrimEnd().Split('\n'))
        {
            output.Write($"<{priority}>{line.TrimEnd('\r')}\n");
        }
    }

    private static int Priority(LogEventLevel level) => level switch
    {
        LogEventLevel.Fatal => 2,
        LogEventLevel.Error => 3,
        LogEventLevel.Warning => 4,
        LogEventLevel.Information => 6,
        _ => 7,
    };
}
