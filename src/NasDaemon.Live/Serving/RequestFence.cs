using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NasDaemon.Live.Serving;

/// <summary>Keeps what goes wrong in one request within that request.</summary>
/// <param name="next">Answers it.</param>
/// <param name="logger">Told of what nobody expected.</param>
internal sealed partial class RequestFence(RequestDelegate next, ILogger logger)
{
    private readonly ILogger _logger = logger;

    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone.
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            var remedy = exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? "A task file has at most 256 KiB." : "Ask again.";
            await Answer.ErrorAsync(context, exception.StatusCode, exception.Message, remedy).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogFailed(exception, context.Request.Method, context.Request.Path.Value);
            if (!context.Response.HasStarted)
            {
                await Answer.ErrorAsync(context, StatusCodes.Status500InternalServerError, "The daemon could not answer.", "The log says why.").ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(EventId = 310, Level = LogLevel.Error, Message = "The live page could not answer {Method} {Path}")]
    private partial void LogFailed(Exception exception, string method, string? path);
}
