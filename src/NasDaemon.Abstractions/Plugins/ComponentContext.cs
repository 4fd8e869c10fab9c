using Microsoft.Extensions.Logging;

namespace NasDaemon.Abstractions.Plugins;

/// <summary>What every component is created with.</summary>
/// <param name="Options">Its options.</param>
/// <param name="Folders">Where the daemon keeps things.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logging">Makes loggers.</param>
public sealed record ComponentContext(OptionValues Options, DaemonFolders Folders, TimeProvider Time, ILoggerFactory Logging);

/// <summary>Where the daemon keeps things, as absolute paths.</summary>
/// <param name="Inbox">Where tasks are dropped.</param>
/// <param name="Outbox">Where results appear.</param>
/// <param name="State">The daemon's own: the store, claimed tasks, checkpoints.</param>
/// <param name="Data">Data sets.</param>
/// <param name="Models">Language models.</param>
public sealed record DaemonFolders(string Inbox, string Outbox, string State, string Data, string Models);
