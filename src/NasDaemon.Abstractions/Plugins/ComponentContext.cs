using Microsoft.Extensions.Logging;

namespace NasDaemon.Abstractions.Plugins;

/// <summary>What every component is created with.</summary>
/// <param name="Options">Its options.</param>
/// <param name="Folders">Where the daemon keeps things.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logging">Makes loggers.</param>
public sealed record ComponentContext(OptionValues Options, DaemonFolders Folders, TimeProvider Time, ILoggerFactory Logging);
