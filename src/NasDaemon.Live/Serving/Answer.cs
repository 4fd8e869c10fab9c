using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NasDaemon.Live.Views;

namespace NasDaemon.Live.Serving;

/// <summary>Writes answers.</summary>
internal static class Answer
{
    /// <summary>Answers with JSON.</summary>
    public static Task JsonAsync<T>(HttpContext context, T value, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, value, LiveJson.Options, context.RequestAborted);
    }

    /// <summary>Says what is wrong, and what helps.</summary>
    public static Task ErrorAsync(HttpContext context, int status, string message, string remedy) =>
        JsonAsync(context, new ErrorView(message, remedy), status);

    /// <summary>Answers with text.</summary>
    public static Task TextAsync(HttpContext context, string text, string contentType)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}

/// <summary>Something that is wrong with a request.</summary>
/// <param name="Message">What.</param>
/// <param name="Remedy">What helps.</param>
internal sealed record ErrorView(string Message, string Remedy);
