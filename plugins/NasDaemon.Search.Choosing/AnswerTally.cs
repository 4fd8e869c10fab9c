using System.Globalization;
using System.Text.Json.Serialization;

namespace NasDaemon.Search.Choosing;

/// <summary>What the model's answers were like.</summary>
/// <param name="Decisions">Decisions that it was asked for.</param>
/// <param name="Evenness">The sum over them of the entropy of its own probabilities, 1 where every option is as likely.</param>
/// <param name="Tokens">Tokens that stood in the texts put to it, and in the options; what it knew from before among them.</param>
/// <param name="Repeats">Candidates that turned out to repeat a network of this search.</param>
internal sealed record AnswerTally(int Decisions, double Evenness, long Tokens, int Repeats)
{
    /// <summary>It was not asked yet.</summary>
    public static AnswerTally None { get; } = new(0, 0, 0, 0);

    /// <summary>How even its answers were on average.</summary>
    [JsonIgnore]
    public double MeanEvenness => Decisions == 0 ? 1 : Evenness / Decisions;

    /// <summary>Counts an answer.</summary>
    /// <param name="evenness">How even its probabilities were.</param>
    /// <param name="tokens">The length of the text.</param>
    /// <returns>The tally then.</returns>
    public AnswerTally Add(double evenness, int tokens) => this with { Decisions = Decisions + 1, Evenness = Evenness + evenness, Tokens = Tokens + tokens };

    /// <summary>Tells a reader.</summary>
    /// <param name="candidates">How many candidates were proposed.</param>
    /// <returns>Sentences.</returns>
    public IReadOnlyList<string> Describe(int candidates) => Decisions == 0
        ? []
        :
        [
            string.Create(CultureInfo.InvariantCulture, $"The language model was asked for {Decisions:N0} decisions, each behind {Tokens / Decisions:N0} tokens of text on average."),
            string.Create(CultureInfo.InvariantCulture, $"Its probabilities over the legal options had {MeanEvenness:P0} of the entropy of even ones: the lower, the further it was from drawing lots."),
            string.Create(CultureInfo.InvariantCulture, $"{Repeats:N0} of {candidates:N0} candidates repeated a network of this search."),
        ];
}
