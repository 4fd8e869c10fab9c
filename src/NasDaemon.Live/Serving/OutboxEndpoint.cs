using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NasDaemon.Live.Security;

namespace NasDaemon.Live.Serving;

/// <summary>The files of finished tasks.</summary>
/// <param name="files">Finds them.</param>
internal sealed class OutboxEndpoint(OutboxFiles files)
{
    /// <summary>Takes its requests.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/outbox/{task}/{**name}", SendAsync);

    private async Task SendAsync(HttpContext context)
    {
        var task = (string)context.Request.RouteValues["task"]!;
        var name = (string?)context.Request.RouteValues["name"] ?? string.Empty;
        using var file = files.Open(task, name);
        if (file is null)
        {
            await Answer.ErrorAsync(context, StatusCodes.Status404NotFound, "There is no such file.", "A running task has none yet.").ConfigureAwait(false);
            return;
        }

        // Markup that is not the report's own is shown as text: a browser would run it.
        var isReport = Path.GetFileName(name) == OutboxFiles.Report;
        var type = ContentTypes.Of(name);
        var isMarkup = type.StartsWith("text/html", StringComparison.Ordinal) || type.StartsWith("image/svg", StringComparison.Ordinal);
        var response = context.Response;
        response.ContentType = isMarkup && !isReport ? ContentTypes.Of(".txt") : type;
        response.Headers.ContentSecurityPolicy = isReport ? Policies.Report : Policies.File;
        if (type == ContentTypes.Other)
        {
            response.Headers.ContentDisposition = "attachment";
        }

        await using var stream = new FileStream(file, FileAccess.Read);
        response.ContentLength = stream.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await stream.CopyToAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
