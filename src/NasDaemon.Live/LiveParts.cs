using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Signs;
using NasDaemon.Live.Watching;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Live;

/// <summary>What the live page shows and where it passes wishes on to.</summary>
/// <param name="Store">Read when somebody comes to watch; it tells the feed what is committed.</param>
/// <param name="Feed">What happens in the daemon.</param>
/// <param name="Signs">How the daemon is.</param>
/// <param name="Reader">Checks tasks.</param>
/// <param name="Commands">Takes tasks and wishes to cancel them.</param>
/// <param name="Folders">Where the daemon keeps things.</param>
/// <param name="Time">The clock.</param>
public sealed record LiveParts(
    ITrialStore Store,
    LiveFeed Feed,
    IVitalSigns Signs,
    TaskReader Reader,
    TaskCommands Commands,
    DaemonFolders Folders,
    TimeProvider Time);
