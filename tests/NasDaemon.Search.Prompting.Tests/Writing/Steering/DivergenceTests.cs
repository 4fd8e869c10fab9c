using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Writing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Writing.Steering;

public sealed class DivergenceTests
{
    private const string Start = "```python\n";
    private const string Network = Answers.Head + "        self.drop = nn.Dropout(0.5)\n" + Answers.Layer + Answers.Forward;

    private static readonly WritingHelp Diverging = WritingHelp.None with { Diverges = true };

    [Fact]
    public async Task Write_CopyOfAShownNetwork_TurnsAtANumber()
    {
        var turns = new List<string>();
        var model = new ScriptedSteerableModel((soFar, sampling) =>
        {
            if (sampling.Temperature > 1)
            {
                turns.Add(soFar);
                return turns.Count == 1 ? " " : turns.Count == 2 ? "1" : "7";
            }

            var turned = soFar.Contains("nn.Linear(784, 7", StringComparison.Ordinal);
            return Answers.After(soFar, Start + (turned ? Network.Replace("784, 10", "784, 7", StringComparison.Ordinal) : Network));
        });

        var result = await Writers.WriteAsync(model, Request(seed: 2));

        Assert.Contains("nn.Linear(784, 7)", result.Source, StringComparison.Ordinal);
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Check, FailureClass.Copied, true), (step.Kind, step.Failure.Class, step.Helped));
        Assert.Equal(3, turns.Count);
        Assert.Equal("10)\n".Length + 2, result.History.Discarded);
    }

    [Fact]
    public async Task Write_TurnThatLeadsBack_IsLeftInTheEnd()
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
