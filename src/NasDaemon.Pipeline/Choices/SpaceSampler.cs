using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Choices;

/// <summary>Samples, mutates and crosses the networks of any search space, by answering its decisions in different ways.</summary>
/// <param name="space">The space.</param>
/// <param name="shape">What its networks read and return.</param>
public sealed class SpaceSampler(ISearchSpace space, NetworkShape shape) : ISpaceSampler
{
    /// <inheritdoc/>
    public SampledNetwork Sample(Random random) => Build(new RandomChoices(random));

    /// <inheritdoc/>
    public SampledNetwork Mutate(AnswerList parent, Random random)
    {
        // The parent may come from other options of the space, so what can change is read off its replay.
        var replay = Replay(parent, random);
        var open = replay.Answers.Answers.Where(answer => answer.Options.Count > 1).ToList();
        if (open.Count == 0)
        {
            return replay;
        }

        // A space is a program: up to the changed decision it asks what it asked the parent, so that decision comes up for sure.
        var changed = open[random.Next(open.Count)].Name;
        return Build(new ChangingChoices(new ReplayChoices(replay.Answers, random), changed, random));
    }

    /// <inheritdoc/>
    public SampledNetwork CrossOver(AnswerList first, AnswerList second, Random random) => Build(new MixingChoices(first, second, random));

    /// <inheritdoc/>
    public SampledNetwork Replay(AnswerList answers, Random random) => Build(new ReplayChoices(answers, random));

    /// <summary>Builds the supernet: every decision about operations stays open, all others are drawn.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <returns>The supernet and the answers of the decisions that are not about operations.</returns>
    public SampledNetwork Supernet(Random random) => Build(new SupernetChoices(new RandomChoices(random)));

    /// <inheritdoc/>
    public SampledNetwork Build(IChoices choices)
    {
        var recording = new RecordingChoices(choices);
        var source = space.Build(recording, shape);
        return new SampledNetwork(source, recording.Answers);
    }
}
