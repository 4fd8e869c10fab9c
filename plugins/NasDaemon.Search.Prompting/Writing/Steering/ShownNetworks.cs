using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Search.Prompting.Writing.Extraction;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>The networks that a prompt shows. A small model likes to copy them line by line.</summary>
internal sealed class ShownNetworks
{
    // Any network begins like others; a copy is one that goes on like them.
    private const int ShortestCopy = 100;
    private const string Header = "class Net";
    private const string Forward = "defforward(";

    // Multiples of the golden ratio fall evenly between whole numbers, whatever the seeds are.
    private const double GoldenRatio = 0.6180339887498949;

    private readonly List<(string Text, int Allowance)> _networks;

    /// <summary>Finds them.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="seed">Decides at which of their layers a network has to differ, so that those written from one prompt differ in other places.</param>
    public ShownNetworks(ChatPrompt prompt, long seed)
    {
        var share = (seed * GoldenRatio) - Math.Floor(seed * GoldenRatio);
        _networks =
        [
            .. prompt.Messages.SelectMany(message => FencedBlocks.Find(message.Text)).Select(block => Body(block.Text)).Where(body => body.Length > 0)
                .Select(body => (body, Allowance(body, share))),
        ];
    }

    /// <summary>What is wrong with a network that has been a copy for too long.</summary>
    /// <param name="code">The code so far.</param>
    /// <returns>The failure; null where it differs, or may still differ further on.</returns>
    public Failure? Reproach(string code) => IsCopy(code)
        ? new Failure(FailureClass.Copied, "Up to here the network is, letter by letter, one that the prompt shows.")
        : null;

    private bool IsCopy(string code) =>
        Body(code) is { Length: > ShortestCopy } body
        && _networks.Exists(network => body.Length > network.Allowance && network.Text.StartsWith(body, StringComparison.Ordinal));

    private static int Allowance(string network, double share)
    {
        var layers = network.IndexOf(Forward, StringComparison.Ordinal) is var end and >= 0 ? end : network.Length;
        return ShortestCopy + (int)(share * Math.Max(0, layers - ShortestCopy));
    }

    private static string Body(string code) => code.IndexOf(Header, StringComparison.Ordinal) is var start and >= 0
        ? string.Concat(code.Skip(start).Where(character => !char.IsWhiteSpace(character)))
        : string.Empty;
}
