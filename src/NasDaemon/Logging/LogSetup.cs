using System.Globalization;
using Microsoft.Extensions.Logging;
using NasDaemon.Pipeline.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace NasDaemon.Logging;

/// <summary>Makes the loggers of the daemon and of its workers.</summary>
internal static class LogSetup
{
    private const string FileTemplate = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";
    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const long FileBytes = 16L << 20;

    /// <summary>The daemon's: rolling files in a folder, and the console.</summary>
    /// <param name="folder">Where the files go: one a day, and a further one every 16 MiB.</param>
    /// <param name="settings">What is worth writing, and how many files are kept.</param>
    /// <param name="console">How the console is written.</param>
    /// <returns>The logger; disposing it writes out what is left.</returns>
    public static Logger ForDaemon(string folder, DaemonSettings settings, ConsoleLog console)
    {
        var configuration = Base(Level(settings.LogLevel)).WriteTo.File(
            Path.Combine(folder, "nasdaemon-.log"),
            outputTemplate: FileTemplate,
            formatProvider: CultureInfo.InvariantCulture,
            fileSizeLimitBytes: FileBytes,
            rollOnFileSizeLimit: true,
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: settings.LogFiles);
        return (console switch
        {
            ConsoleLog.Journal => configuration.WriteTo.Console(new JournalFormatter()),
            ConsoleLog.Json => configuration.WriteTo.Console(new JsonFormatter(renderMessage: true)),
            _ => configuration.WriteTo.Console(outputTemplate: ConsoleTemplate, formatProvider: CultureInfo.InvariantCulture),
        }).CreateLogger();
    }

    /// <summary>For commands and workers, whose standard output carries something else: warnings and worse to standard error.</summary>
    /// <returns>The logger.</returns>
    public static Logger ForStandardError() => Base(LogEventLevel.Warning)
        .WriteTo.Console(
            outputTemplate: ConsoleTemplate,
            formatProvider: CultureInfo.InvariantCulture,
            standardErrorFromLevel: LevelAlias.Minimum)
        .CreateLogger();

    /// <summary>Whether standard error goes to the journal of systemd.</summary>
    /// <param name="variable">Gives an environment variable's value by its name.</param>
    /// <returns>True where the service manager started this process.</returns>
    public static bool IsUnderSystemd(Func<string, string?> variable) =>
        !string.IsNullOrEmpty(variable("INVOCATION_ID")) && !string.IsNullOrEmpty(variable("JOURNAL_STREAM"));

    private static LogEventLevel Level(LogLevel level) => level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        LogLevel.Critical or LogLevel.None => LogEventLevel.Fatal,
        _ => LogEventLevel.Information,
    };

    private static LoggerConfiguration Base(LogEventLevel level) => new LoggerConfiguration()
        .MinimumLevel.Is(level)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning);
}
