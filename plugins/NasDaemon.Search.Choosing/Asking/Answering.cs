using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Choosing.Asking;

/// <summary>Makes one candidate: asks the model for what is open, decision by decision.</summary>
/// <param name="space">Builds networks.</param>
/// <param name="model">The model.</param>
/// <param name="conversation">The text of this candidate.</param>
/// <param name="uniform">The share of decisions that are drawn by lot, without asking.</param>
/// <param name="random">The stream to draw from.</param>
/// <param name="tally">What was counted before.</param>
internal sealed class Answering(ISpaceSampler space, DecisionModel model, Conversation conversation, double uniform, Random random, AnswerTally tally)
{
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <summary>What was counted, this candidate included.</summary>
    public AnswerTally Tally { get; private set; } = tally;

    /// <summary>Asks for every decision.</summary>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The network.</returns>
    public async Task<SampledNetwork> WholeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var probing = new ProbingChoices(_answers);
            var network = space.Build(probing);
            if (probing.Open is not { } decision)
            {
                return network;
            }

            await AskAsync(decision, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for another answer to one decision of a parent, and for the decisions that come up by it.</summary>
    /// <param name="parent">The parent's answers.</param>
    /// <param name="changed">The decision to change.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The network.</returns>
    public async Task<SampledNetwork> ChangeAsync(AnswerList parent, Answer changed, CancellationToken cancellation)
    {
        foreach (var answer in parent.Answers.Where(answer => answer.Name != changed.Name))
        {
            _answers[answer.Name] = answer.Text;
        }

        var others = changed.Options.Where(option => option != changed.Text);
        await AskAsync(new OpenDecision(changed.Name, [.. others]), cancellation).ConfigureAwait(false);
        return await WholeAsync(cancellation).ConfigureAwait(false);
    }

    private async Task AskAsync(OpenDecision decision, CancellationToken cancellation)
    {
        var isLot = decision.Options.Count == 1 || random.NextDouble() < uniform;
        if (isLot || await model.AskAsync(conversation, decision, cancellation).ConfigureAwait(false) is not var (own, final))
        {
            var lot = decision.Options[random.Next(decision.Options.Count)];
            _answers[decision.Name] = lot;
            await conversation.WriteAsync(DecisionText.Taken(decision.Name, lot), cancellation).ConfigureAwait(false);
            return;
        }

        Tally = Tally.Add(own.Evenness, conversation.Length);
        var answer = decision.Options[final.Draw(random)];
        _answers[decision.Name] = answer;
        await conversation.WriteAsync(DecisionText.Answer(answer), cancellation).ConfigureAwait(false);
    }
}
