using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Search.Prompting.Writing.Extraction;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>The networks that a prompt shows. A small model likes to copy them line by line.</summary>
internal sealed class ShownNetworks
{
    // Any network begins like others; a copy is one that goes on like them.
    private const int ShortestCopy = 100;
    private const string Header = "class Net";

    private readonly List<string> _networks;

    /// <summary>Finds them.</summary>
    /// <param name="prompt">The prompt.</param>
    public ShownNetworks(ChatPrompt prompt) => _networks =
    [
        .. prompt.Messages.SelectMany(message => FencedBlocks.Find(message.Text)).Select(block => Body(block.Text)).Where(body => body.Length > 0),
    ];

    /// <summary>Whether a network that is being written has been a copy so far.</summary>
    /// <param name="code">The code so far.</param>
    /// <returns>True where it is the beginning of a network that the prompt shows, white space aside.</returns>
    public bool IsCopy(string code) => Body(code) is { Length: > ShortestCopy } body && _networks.Exists(network => network.StartsWith(body, StringComparison.Ordinal));

    private static string Body(string code) => code.IndexOf(Header, StringComparison.Ordinal) is var start and >= 0
        ? string.Concat(code.Skip(start).Where(character => !char.IsWhiteSpace(character)))
        : string.Empty;
}
