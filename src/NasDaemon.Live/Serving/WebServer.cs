using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NasDaemon.Live.Security;
using NasDaemon.Live.Signs;
using NasDaemon.Live.Watching;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Live.Serving;

/// <summary>Builds the web server: nothing in it is read from the environment or from files beside the program.</summary>
internal static class WebServer
{
    private const int MostConnections = 200;
    private const int LargestHeaders = 16 * 1024;
    private static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    /// <summary>Builds it; it does not listen yet.</summary>
    public static WebApplication Build(LiveParts parts, LiveSettings settings, AccessToken token, ILogger logger)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, settings));
        builder.Services.AddRouting();

        // The daemon's own host listens to signals and stops this one.
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        var application = builder.Build();
        var hosts = new HostNames(settings);
        var access = new Access(token, hosts);
        application.Use(next => new RequestFence(next, logger).InvokeAsync);
        application.Use(next => new RequestGuard(hosts, access, next).InvokeAsync);
        application.UseRouting();
        Map(application, parts, access);
        return application;
    }

    private static void Configure(KestrelServerOptions options, LiveSettings settings)
    {
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = MostConnections;
        options.Limits.MaxRequestBodySize = TaskReader.LargestFile;
        options.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        options.Limits.RequestHeadersTimeout = HeaderTime;
        options.Listen(settings.Address, settings.Port, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private static void Map(WebApplication application, LiveParts parts, Access access)
    {
        var outbox = new OutboxFiles(parts.Folders.Outbox);
        var board = new LiveBoard(parts.Store, parts.Feed, outbox, parts.Time);
        new PageEndpoints(access).Map(application);
        new SignEndpoints(parts.Signs, new DaemonMetrics(parts.Store, parts.Feed, parts.Signs, parts.Time)).Map(application);
        new EventStream(board, parts.Signs, parts.Time, application.Lifetime.ApplicationStopping).Map(application);
        new ViewEndpoints(parts.Store, outbox).Map(application);
        new OutboxEndpoint(outbox).Map(application);
        new TaskEndpoints(parts.Store, parts.Reader, parts.Commands, parts.Folders.Inbox).Map(application);
    }
}
