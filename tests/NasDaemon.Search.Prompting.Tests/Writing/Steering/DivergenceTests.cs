using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Writing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Writing.Steering;

public sealed class DivergenceTests
{
    private const string Start = "```python\n";
    private const string Copied = "        self.fc = nn.Linear(784, 10)\n";
    private const string Network = Answers.Head + "        self.drop = nn.Dropout(0.5)\n" + Answers.Layer + Answers.Forward;

    private static readonly WritingHelp Diverging = WritingHelp.None with { Diverges = true };

    [Fact]
    public async Task Write_CopyOfAShownNetwork_TurnsAtANumberOrAName()
    {
        var turns = new List<string>();
        var model = new ScriptedSteerableModel((soFar, sampling) =>
        {
            if (sampling.Temperature > 1)
            {
                turns.Add(soFar);
                return soFar.EndsWith('.') ? "B" : "7";
            }

            return soFar.EndsWith('B') ? "ilinear(784, 10)\n" : soFar.EndsWith('7') ? ")\n" : Answers.After(soFar, Start + Network);
        });

        var result = await Writers.WriteAsync(model, Request(seed: 2));

        Assert.NotEqual(Network, result.Source);
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Check, FailureClass.Copied, true), (step.Kind, step.Failure.Class, step.Helped));
        Assert.Single(turns);
        Assert.InRange(result.History.Discarded, 1, Copied.Length);
    }

    [Fact]
    public async Task Write_TurnThatLeadsBack_IsTakenElsewhereAndThenLeft()
    {
        var turns = new HashSet<string>();
        var model = new ScriptedSteerableModel((soFar, sampling) =>
        {
            if (sampling.Temperature > 1)
            {
                turns.Add(soFar);
            }

            return Answers.After(soFar, Start + Network);
        });

        var result = await Writers.WriteAsync(model, Request(seed: 2));

        Assert.Equal(Network.TrimEnd(), result.Source.TrimEnd());
        Assert.Contains(turns, soFar => soFar.EndsWith("nn.", StringComparison.Ordinal));
        Assert.Contains(turns, soFar => soFar.EndsWith("nn.Linear(784, ", StringComparison.Ordinal));
        Assert.Contains(result.History.Steps, step => step is { Failure.Class: FailureClass.Copied, Helped: false });
    }

    [Fact]
    public async Task Write_NotWanted_LetsCopiesBe()
    {
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, Start + Network));

        var result = await Writers.WriteAsync(model, Request(seed: 2) with { Help = WritingHelp.None with { Check = 3 } });

        Assert.Equal(Network.TrimEnd(), result.Source.TrimEnd());
        Assert.Empty(result.History.Steps);
    }

    private static WritingRequest Request(long seed)
    {
        var request = Writers.Request(Diverging, start: Start);
        var shown = new ChatMessage(ChatRole.User, "Known:\n" + Answers.Fenced(Network));
        return request with
        {
            Prompt = request.Prompt with { Messages = [request.Prompt.Messages[0], shown] },
            Sampling = request.Sampling with { Seed = seed },
        };
    }
}
