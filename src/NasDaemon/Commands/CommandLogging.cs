using Microsoft.Extensions.Logging;
using NasDaemon.Logging;
using Serilog;

namespace NasDaemon.Commands;

/// <summary>Loggers of commands: warnings and worse, to standard error.</summary>
internal static class CommandLogging
{
    /// <summary>Makes the loggers.</summary>
    /// <returns>The factory; disposing it writes out what is left.</returns>
    public static ILoggerFactory Create() => LoggerFactory.Create(logging => logging.AddSerilog(LogSetup.ForStandardError(), dispose: true));
}
