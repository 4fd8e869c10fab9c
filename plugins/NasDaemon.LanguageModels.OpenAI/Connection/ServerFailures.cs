using System.Globalization;
using System.Net;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>Puts into words what went wrong with a server, with the remedy.</summary>
/// <param name="address">The server's address.</param>
internal sealed class ServerFailures(ServerAddress address)
{
    private const int LongestQuote = 300;

    /// <summary>The request did not get as far as an answer, or the answer broke off.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>What to throw instead.</returns>
    public ServerException FromException(Exception exception) => exception is HttpRequestException request
        ? FromRequest(request)
        : new ServerException(Say($"{address} broke off the connection.", "Look into the server's log."), isTemporary: true, exception);

    /// <summary>The server answered with something else than what was asked for.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="error">What the server wrote about it.</param>
    /// <param name="retryAfter">How long it asks to be left alone.</param>
    /// <returns>What to throw.</returns>
    public ServerException FromStatus(HttpStatusCode status, ServerError error, TimeSpan? retryAfter)
    {
        var said = error.Message.Length == 0 ? string.Empty : $": {Quote(error.Message)}";
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        var (message, remedy, isTemporary) = (int)status switch
        {
            _ when error.IsContextExceeded => ($"The prompt and its answer do not fit into the context of the model at {address}{said}", "Ask for fewer examples or a shorter answer, or start the server with a larger context.", false),
            401 or 403 => ($"{address} refuses the key ({code}){said}", "Name the right key by 'key_file' or 'key_environment'.", false),
            404 => ($"{address} does not know what was asked for (404){said}", "Check 'address', which ends before /v1, and 'model'.", false),
            413 => ($"{address} finds the prompt too large (413){said}", "Ask for fewer examples.", false),
            408 or 429 => ($"{address} is too busy ({code}){said}", "Let fewer tasks ask it at once, or raise 'retries'.", true),
            >= 300 and < 400 => ($"{address} sends its callers elsewhere ({code}), where neither the prompt nor the key is taken{said}", "Write the final address.", false),
            503 => ($"{address} is not ready (503){said}", "Wait until it has loaded its model, or raise 'retries'.", true),
            >= 500 and not 501 => ($"{address} failed ({code}){said}", "Look into the server's log.", true),
            _ => ($"{address} refuses the request ({code}){said}", "Check 'address' and 'model', and look into the server's log.", false),
        };
        return new ServerException(Say(message, remedy), isTemporary) { RetryAfter = retryAfter, Status = status, ServerText = error.Message };
    }

    /// <summary>The server reports an error in the middle of an answer.</summary>
    /// <param name="error">What it wrote.</param>
    /// <returns>What to throw.</returns>
    public ServerException FromAnswer(ServerError error) => error.IsContextExceeded
        ? FromStatus(HttpStatusCode.BadRequest, error, retryAfter: null)
        : new ServerException(Say($"{address} reports an error in place of an answer: {Quote(error.Message)}", "Look into the server's log."), isTemporary: true)
        {
            ServerText = error.Message,
        };

    /// <summary>What came is not what such servers write.</summary>
    /// <param name="text">What came.</param>
    /// <param name="inner">What it was noticed by, or null.</param>
    /// <returns>What to throw.</returns>
    public ServerException NotUnderstood(string text, Exception? inner = null) => new(
        Say($"{address} answers with something else than the JSON of /v1: {Quote(text)}", "Check that 'address' is that of a server with /v1/chat/completions."),
        isTemporary: false,
        inner);

    /// <summary>An answer ended without saying that it has ended.</summary>
    /// <returns>What to throw.</returns>
    public ServerException BrokenOff() => new(Say($"{address} broke off its answer.", "Look into the server's log."), isTemporary: true);

    /// <summary>The server wrote more than it was asked for.</summary>
    /// <returns>What to throw.</returns>
    public ServerException TooLong() => new(Say($"{address} writes on beyond every limit.", "Check the server: it ignores 'max_tokens'."), isTemporary: false);

    /// <summary>A time limit was reached.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="option">The option that sets it.</param>
    /// <returns>What to throw.</returns>
    public ServerException TooSlow(TimeSpan limit, string option) => new(
        Say($"{address} was silent for {limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds.", $"Look whether it is overloaded, or raise '{option}'."),
        isTemporary: false);

    /// <summary>A failure in words.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="remedy">What helps.</param>
    /// <returns>The failure.</returns>
    public static Failure Say(string message, string remedy) => new(FailureClass.LanguageModel, message, Hint: remedy);

    private ServerException FromRequest(HttpRequestException exception)
    {
        var reason = (exception.InnerException ?? exception).Message;
        var (message, remedy, isTemporary) = exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => ($"The host of {address} is not known: {reason}", "Check 'address' and the network.", false),
            HttpRequestError.ConnectionError => ($"{address} cannot be reached: {reason}", "Start the server, or correct 'address'.", true),
            HttpRequestError.SecureConnectionError => ($"The encrypted connection to {address} fails: {reason}", "Check that the server speaks TLS (https) with a certificate that this machine trusts, or write http://.", false),
            _ => ($"The connection to {address} broke: {reason}", "Look into the server's log.", true),
        };
        return new ServerException(Say(message, remedy), isTemporary, exception);
    }

    private static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : $"{line[..LongestQuote]}…";
    }
}
