using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NasDaemon.Live.Signs;
using NasDaemon.Live.Views;
using NasDaemon.Live.Watching;

namespace NasDaemon.Live.Serving;

/// <summary>
/// Server-sent events: <c>world</c> for a page that knows nothing, then <c>change</c> with what has changed, and now and then <c>signs</c>.
/// A page that was away names the last event that it got, and is told what it missed.
/// </summary>
/// <remarks>https://html.spec.whatwg.org/multipage/server-sent-events.html</remarks>
internal sealed class EventStream(LiveBoard board, IVitalSigns signs, TimeProvider time, CancellationToken stopping)
{
    private const int MostStreams = 32;
    private const int TicksASign = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private int _streams;

    /// <summary>Takes its requests.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events", ServeAsync);

    private async Task ServeAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _streams) > MostStreams)
        {
            Interlocked.Decrement(ref _streams);
            await Answer.ErrorAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many pages watch the daemon.", "Close some of them.").ConfigureAwait(false);
            return;
        }

        board.Enter();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await SendAsync(context, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The page was closed, or the daemon stops.
        }
        finally
        {
            board.Leave();
            Interlocked.Decrement(ref _streams);
        }
    }

    private async Task SendAsync(HttpContext context, CancellationToken cancellation)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("retry: 2000\n\n", cancellation).ConfigureAwait(false);
        var told = LastTold(context.Request);
        using var timer = new PeriodicTimer(Interval, time);
        for (var tick = 0; ; tick++)
        {
            var reading = board.Read(told);
            if (reading.World is { } world)
            {
                await WriteAsync(context, "world", world, reading.Version, cancellation).ConfigureAwait(false);
            }
            else if (reading.Changes is { IsEmpty: false } changes)
            {
                await WriteAsync(context, "change", changes, reading.Version, cancellation).ConfigureAwait(false);
            }

            told = reading.Version;
            if (tick % TicksASign == 0)
            {
                await WriteAsync(context, "signs", SignsView.Of(signs), version: null, cancellation).ConfigureAwait(false);
            }

            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    // JSON has no line breaks of its own, so that an event is one line of data.
    private static async Task WriteAsync<T>(HttpContext context, string name, T data, long? version, CancellationToken cancellation)
    {
        var id = version is { } number ? string.Create(CultureInfo.InvariantCulture, $"id: {number}\n") : string.Empty;
        await context.Response.WriteAsync($"{id}event: {name}\ndata: {JsonSerializer.Serialize(data, LiveJson.Options)}\n\n", cancellation).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private static long? LastTold(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : null;
}
