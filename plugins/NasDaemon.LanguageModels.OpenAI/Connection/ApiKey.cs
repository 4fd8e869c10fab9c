using System.Text;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>The key that a server asks for. It is only ever written into a request's header.</summary>
internal sealed class ApiKey
{
    private const int LongestFile = 16_384;
    private const string Hidden = "(key)";
    private readonly string _value;

    private ApiKey(string value) => _value = value;

    /// <summary>Reads the key.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="environment">Gives an environment variable.</param>
    /// <returns>The key; null where none is named.</returns>
    /// <exception cref="LanguageModelException">It cannot be read.</exception>
    public static ApiKey? Read(ServerOptions options, Func<string, string?> environment) => (options.KeyFile, options.KeyEnvironment) switch
    {
        ("", "") => null,
        ("", var variable) => Check(environment(variable), $"the environment variable {variable}"),
        (var file, "") => Check(ReadFile(file), $"the file {file}"),
        _ => throw Wrong("Both 'key_file' and 'key_environment' are given.", "Keep one of them."),
    };

    /// <summary>The value of the <c>Authorization</c> header.</summary>
    /// <returns>The header's value.</returns>
    public string Authorization() => $"Bearer {_value}";

    /// <summary>Takes the key out of a text that a server wrote: some repeat it in what they complain about.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without it.</returns>
    public string Hide(string text) => text.Replace(_value, Hidden, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Hidden;

    private static ApiKey Check(string? text, string place)
    {
        var key = (text ?? string.Empty).Split('\n', 2)[0].Trim();
        return key.Length == 0 ? throw Wrong($"There is no key in {place}.", "Put the key there, on the first line.")
            : key.All(character => character is > ' ' and < '\x7f') ? new ApiKey(key)
            : throw Wrong($"The key in {place} has characters that no key has.", "Check that the first line holds the key and nothing else.");
    }

    private static string ReadFile(string path)
    {
        try
        {
            using var file = new StreamReader(path, Encoding.UTF8);
            var buffer = new char[LongestFile];
            return new string(buffer, 0, file.ReadBlock(buffer, 0, buffer.Length));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"The key cannot be read: {exception.Message}", "Check the path that 'key_file' names, and who may read it.");
        }
    }

    private static LanguageModelException Wrong(string message, string remedy) =>
        new(new Failure(FailureClass.LanguageModel, message, Hint: remedy));
}
