using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Tests.Support;

/// <summary>A home folder whose store holds what a test puts there, without a daemon having worked for it.</summary>
internal sealed class StoredHome : IDisposable
{
    private readonly DaemonHome _home = new();

    public string Path => _home.Path;

    public string Outbox => _home.Outbox;

    public string State => _home.Combine("state");

    public string Combine(params string[] parts) => _home.Combine(parts);

    /// <summary>Writes into the store.</summary>
    public void Commit(params StoreChange[] changes)
    {
        using var plugins = new PluginLoader(NullLogger<PluginLoader>.Instance).Load(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Build.Executable)!, "plugins"));
        var folders = new DaemonFolders(Combine("inbox"), Outbox, State, Combine("data"), Combine("models"));
        using var store = new Components(plugins.Catalogue, folders, TimeProvider.System, NullLoggerFactory.Instance).OpenStore();
        foreach (var change in changes)
        {
            store.Commit(change);
        }
    }

    /// <summary>Runs a command in this home.</summary>
    public Task<ProcessRun> RunAsync(params string[] arguments) => ProcessRun.NasDaemonAsync(Path, arguments);

    public void Dispose() => _home.Dispose();
}
