using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NasDaemon.Live.Security;

namespace NasDaemon.Live.Serving;

/// <summary>The page itself, its scripts and styles, and what a page may do.</summary>
/// <param name="access">Decides what a request may do.</param>
internal sealed class PageEndpoints(Access access)
{
    private readonly PageAssets _assets = PageAssets.Load();

    /// <summary>Takes its requests.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", context => SendAsync(context, PageAssets.Index));
        routes.MapGet("/assets/{name}", context => SendAsync(context, (string)context.Request.RouteValues["name"]!));
        routes.MapGet("/access", context => Answer.JsonAsync(context, new AccessView(access.MayRead(context.Request), access.MayChange(context.Request))));
        routes.MapPost("/access", context =>
        {
            access.AllowReading(context);
            return Answer.JsonAsync(context, new AccessView(MayRead: true, MayChange: true));
        });
        routes.MapFallback(context => Answer.ErrorAsync(context, StatusCodes.Status404NotFound, "There is nothing here.", "Begin at /."));
    }

    private Task SendAsync(HttpContext context, string name)
    {
        if (_assets.Find(name) is not { } asset)
        {
            return Answer.ErrorAsync(context, StatusCodes.Status404NotFound, "There is nothing here.", "Begin at /.");
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = asset.Tag;
        if (context.Request.Headers.IfNoneMatch == asset.Tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = asset.Bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted).AsTask();
    }
}

/// <summary>What a page may do.</summary>
/// <param name="MayRead">Whether it may read.</param>
/// <param name="MayChange">Whether it may cancel tasks and bring new ones.</param>
internal sealed record AccessView(bool MayRead, bool MayChange);
