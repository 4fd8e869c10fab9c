namespace NasDaemon.Logging;

/// <summary>How the daemon writes its log to the console.</summary>
internal enum ConsoleLog
{
    /// <summary>A line an event, for people.</summary>
    Text,

    /// <summary>As the journal of systemd reads it.</summary>
    Journal,

    /// <summary>A JSON object an event.</summary>
    Json,
}
