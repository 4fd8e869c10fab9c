using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Tests.Plugins;
using NasDaemon.Pipeline.Tests.Tasks;
using NasDaemon.Stores.Sqlite;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Inbox;

/// <summary>Real folders, a real store, and an intake over them.</summary>
internal sealed class IntakeFolders : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly TemporaryFolder? _inbox;

    public IntakeFolders(TemporaryFolder? inbox = null)
    {
        _inbox = inbox;
        Folders = new DaemonFolders(inbox?.Path ?? _home.Combine("inbox"), _home.Combine("outbox"), _home.Combine("state"), _home.Combine("data"), _home.Combine("models"));
        foreach (var folder in new[] { Folders.Inbox, Folders.Outbox, Folders.State })
        {
            Directory.CreateDirectory(folder);
        }

        var sqlite = RealPlugins.Register(new SqliteStorePlugin()).Stores["sqlite"];
        Store = sqlite.Create(new ComponentContext(DefaultOptions.Of(sqlite.Description), Folders, Time, NullLoggerFactory.Instance));
        Intake = new TaskIntake(Folders, KnownComponents.Reader, Store, Time, NullLogger<TaskIntake>.Instance);
    }

    public ManualTime Time { get; } = new();

    public DaemonFolders Folders { get; }

    public ITrialStore Store { get; }

    public TaskIntake Intake { get; }

    public string InInbox(string name) => Path.Combine(Folders.Inbox, name);

    public string InOutbox(params string[] parts) => Path.Combine([Folders.Outbox, .. parts]);

    public string InState(params string[] parts) => Path.Combine([Folders.State, .. parts]);

    public InboxFile Drop(string name, string text)
    {
        File.WriteAllText(InInbox(name), text);
        return Seen(name);
    }

    public InboxFile Seen(string name) => new(InInbox(name), FileStatus.Of(InInbox(name))!);

    public void Dispose()
    {
        Store.Dispose();
        _home.Dispose();
        _inbox?.Dispose();
    }
}
