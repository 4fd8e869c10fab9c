using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NasDaemon.Live;
using NasDaemon.Live.Security;
using NasDaemon.Pipeline.Configuration;

namespace NasDaemon.Service.Watching;

/// <summary>Serves the live page while the daemon runs. Where it cannot be served, the daemon goes on without.</summary>
/// <param name="parts">What the page shows.</param>
/// <param name="settings">Where it is served.</param>
/// <param name="notes">Where the link with the token is printed: it does not go into the log files.</param>
/// <param name="logging">Makes loggers.</param>
internal sealed partial class LivePageService(LiveParts parts, LiveSettings settings, TextWriter notes, ILoggerFactory logging) : IHostedService
{
    private readonly ILogger<LivePageService> _logger = logging.CreateLogger<LivePageService>();
    private LivePage? _page;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = AccessToken.Open(parts.Folders.State);
            var start = await LivePage.StartAsync(parts, settings, token, logging.CreateLogger<LivePage>(), cancellationToken);
            Tell(start, token);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotServed($"The live page is not served: {exception.Message} Everything else works. Check who may write in {parts.Folders.State}.");
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_page is { } page)
        {
            await page.DisposeAsync();
        }
    }

    private void Tell(LivePageStart start, AccessToken token)
    {
        _page = start.Page;
        if (start.Page is { } page)
        {
            var (address, file) = (page.Address.AbsoluteUri, Path.Combine(parts.Folders.State, AccessToken.FileName));
            LogServed(address, file);
            notes.WriteLine($"Live page: {address}#token={token.Text}");
        }
        else
        {
            LogNotServed(start.Problem!);
        }
    }

    [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "The live page is at {Address}. What changes anything there needs the token in {File}")]
    private partial void LogServed(string address, string file);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void LogNotServed(string problem);
}
