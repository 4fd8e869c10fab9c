using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Security;
using NasDaemon.Live.Watching;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Stores.Sqlite;
using NasDaemon.Testing;

namespace NasDaemon.Live.Tests.Support;

/// <summary>A live page over real folders and a real store, served on a free port.</summary>
internal sealed class LivePageHome : IAsyncDisposable
{
    public const string GoodTask = "name: fresh\ndataset: mnist\nsearch: { space: chain, strategy: random }\nbudget: { trials: 2 }\n";

    private readonly TemporaryFolder _folder;
    private readonly LivePage _page;
    private readonly WatchedStore _store;

    private LivePageHome(TemporaryFolder folder, LivePage page, WatchedStore store, AccessToken token, SetSigns signs, LiveFeed feed)
    {
        (_folder, _page, _store, Token, Signs, Feed) = (folder, page, store, token.Text, signs, feed);
        Client = new HttpClient { BaseAddress = page.Address };
    }

    public Uri Address => _page.Address;

    public string Token { get; }

    public SetSigns Signs { get; }

    public LiveFeed Feed { get; }

    public ITrialStore Store => _store;

    public HttpClient Client { get; }

    public static async Task<LivePageHome> StartAsync(LiveSettings? settings = null)
    {
        var folder = new TemporaryFolder();
        var folders = new DaemonFolders(folder.Combine("inbox"), folder.Combine("outbox"), folder.Combine("state"), folder.Combine("data"), folder.Combine("models"));
        foreach (var path in new[] { folders.Inbox, folders.Outbox, folders.State })
        {
            Directory.CreateDirectory(path);
        }

        var feed = new LiveFeed();
        var store = new WatchedStore(OpenStore(folders), feed);
        var signs = new SetSigns();
        var token = AccessToken.Open(folders.State);
        var parts = new LiveParts(store, feed, signs, Reader(), new TaskCommands(folders.Inbox), folders, TimeProvider.System);
        var start = await LivePage.StartAsync(parts, settings ?? new LiveSettings { Port = 0 }, token, NullLogger<LivePage>.Instance, CancellationToken.None);
        Assert.Null(start.Problem);
        return new LivePageHome(folder, start.Page!, store, token, signs, feed);
    }

    public string Combine(params string[] parts) => _folder.Combine(parts);

    /// <summary>Asks with the headers that are given, and the token where it is wanted.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, bool withToken = false, string? body = null, params (string Name, string Value)[] headers)
    {
        // A path is sent as it is written: dots in it must not be resolved on this side.
        var address = new Uri(Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body) };
        if (withToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _page.DisposeAsync();
        _store.Dispose();
        _folder.Dispose();
    }

    private static ITrialStore OpenStore(DaemonFolders folders)
    {
        var sqlite = PluginComponents.Of(new SqliteStorePlugin()).Stores["sqlite"];
        return sqlite.Create(new ComponentContext(DefaultOptions.Of(sqlite.Description), folders, TimeProvider.System, NullLoggerFactory.Instance));
    }

    private static TaskReader Reader()
    {
        var mnist = new DatasetInfo("mnist", ["0", "1"], [1, 28, 28], 60_000, 10_000, CanFetch: true);
        return new TaskReader(PluginComponents.Of(new KnownPlugin()), [mnist], _ => new ModelChoice(null, new Failure(FailureClass.LanguageModel, "There is no language model.")));
    }
}
