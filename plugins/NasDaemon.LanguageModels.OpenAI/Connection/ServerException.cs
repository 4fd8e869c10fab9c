using System.Net;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>A server did not give what was asked of it.</summary>
/// <param name="failure">What went wrong and what helps.</param>
/// <param name="isTemporary">Whether the same request may do better a little later.</param>
/// <param name="inner">What caused it, or null.</param>
internal sealed class ServerException(Failure failure, bool isTemporary, Exception? inner = null) : Exception(failure.Message, inner)
{
    /// <summary>What went wrong and what helps.</summary>
    public Failure Failure { get; } = failure;

    /// <summary>Whether the same request may do better a little later.</summary>
    public bool IsTemporary { get; } = isTemporary;

    /// <summary>How long the server asks to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The status of the answer; null where there was none.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What the server wrote about it.</summary>
    public string ServerText { get; init; } = string.Empty;
}
