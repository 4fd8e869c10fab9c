using NasDaemon.Abstractions.Failures;

namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>Where a server is.</summary>
internal sealed record ServerAddress
{
    private readonly Uri _root;

    private ServerAddress(Uri root) => _root = root;

    /// <summary>Whether what is sent stays on this machine or is encrypted.</summary>
    public bool IsPrivate => _root.Scheme == Uri.UriSchemeHttps || _root.IsLoopback;

    /// <summary>Reads an address.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="failure">What is wrong with it; null where nothing is.</param>
    /// <returns>The address, or null.</returns>
    public static ServerAddress? Parse(string text, out Failure? failure)
    {
        var isAddress = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        failure = (isAddress, uri) switch
        {
            (false, _) => Wrong($"'{text}' is not the address of a server.", "Write 'address: http://HOST:PORT' or 'https://…'."),
            (_, { UserInfo.Length: > 0 }) => Wrong("The address of the server holds a name or a password.", "Put the key into a file and name it by 'key_file'."),
            (_, { Query.Length: > 0 } or { Fragment.Length: > 0 }) => Wrong($"'{text}' has something behind its path.", "Leave away what begins with '?' or '#'."),
            _ => null,
        };
        if (failure is not null)
        {
            return null;
        }

        var path = uri!.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/v1", StringComparison.Ordinal) ? path[..^2] : path + "/";
        return new ServerAddress(new Uri(uri, path));
    }

    /// <summary>The address of something at the server.</summary>
    /// <param name="path">Its path without a slash at the beginning.</param>
    /// <returns>The address.</returns>
    public Uri At(string path) => new(_root, path);

    /// <inheritdoc/>
    public override string ToString() => _root.AbsoluteUri.TrimEnd('/');

    private static Failure Wrong(string message, string remedy) => new(FailureClass.LanguageModel, message, Hint: remedy);
}
