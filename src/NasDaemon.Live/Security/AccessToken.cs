using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Live.Security;

/// <summary>The secret that lets a page change things. It lies in the state folder, where only the daemon's user can read it.</summary>
public sealed class AccessToken
{
    /// <summary>The file's name in the state folder.</summary>
    public const string FileName = "live.token";

    private const int Length = 32;
    private const int LongestFile = 256;
    private static readonly byte[] ReadingPurpose = Encoding.UTF8.GetBytes("nasdaemon reading 1");

    private readonly byte[] _text;
    private readonly byte[] _reading;

    private AccessToken(byte[] secret)
    {
        Text = Base64Url.EncodeToString(secret);
        _text = Encoding.ASCII.GetBytes(Text);
        ReadingText = Base64Url.EncodeToString(HMACSHA256.HashData(secret, ReadingPurpose));
        _reading = Encoding.ASCII.GetBytes(ReadingText);
    }

    /// <summary>The secret as text.</summary>
    public string Text { get; }

    /// <summary>What proves that its bearer once had the secret: enough to read, not to change anything.</summary>
    internal string ReadingText { get; }

    /// <summary>Takes the secret that lies in the state folder, or draws one and puts it there.</summary>
    /// <param name="state">The state folder.</param>
    /// <returns>The secret.</returns>
    public static AccessToken Open(string state)
    {
        var path = Path.Combine(state, FileName);
        return Read(path) ?? Draw(path);
    }

    /// <summary>Whether a text is the secret. How long the answer takes does not tell how much of it is right.</summary>
    internal bool IsSecret(string? text) => Equals(text, _text);

    /// <summary>Whether a text lets its bearer read.</summary>
    internal bool IsReading(string? text) => Equals(text, _reading);

    private static bool Equals(string? text, byte[] expected) =>
        text is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), expected);

    private static AccessToken? Read(string path)
    {
        if (RegularFile.Read(path, LongestFile).Bytes is not { } bytes)
        {
            return null;
        }

        // Whoever else may read the file knows the secret: another one is drawn.
        var isPrivate = (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
        var text = Encoding.UTF8.GetString(bytes).Trim();
        return isPrivate && Base64Url.IsValid(text, out var length) && length == Length ? new AccessToken(Base64Url.DecodeFromChars(text)) : null;
    }

    private static AccessToken Draw(string path)
    {
        var token = new AccessToken(RandomNumberGenerator.GetBytes(Length));
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var stream = new FileStream(path, options);
        stream.Write(Encoding.ASCII.GetBytes(token.Text + "\n"));
        return token;
    }
}
