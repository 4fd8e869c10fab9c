using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Testing.Contracts;

/// <summary>
/// What every language model must do. A model's tests derive from it. The model under test answers every prompt with at least
/// eight tokens of text, and the same prompt with the same seed with the same text.
/// </summary>
public abstract class LanguageModelContract : IAsyncLifetime, IDisposable
{
    /// <summary>A folder for the model's files.</summary>
    protected TemporaryFolder Folder { get; } = new();

    /// <summary>The model under test; loaded once a test.</summary>
    protected ILanguageModel Model { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Model = await LoadAsync();

    /// <inheritdoc/>
    public virtual async Task DisposeAsync() => await Model.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Info_Always_SaysWhatItIs()
    {
        Assert.All(
            [Model.Info.Name, Model.Info.Model, Model.Info.Library, Model.Info.Device, Model.Info.Template],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.True(Model.Info.ContextLength > 0);
        Assert.All(Model.Info.Notes, note => Assert.EndsWith(".", note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CountTokens_LongerPrompt_CountsMore()
    {
        var little = await Model.CountTokensAsync(Chat("class Net"), default);
        var much = await Model.CountTokensAsync(Chat(string.Concat(Enumerable.Repeat("class Net(nn.Module):\n", 20))), default);
        var text = await Model.CountTokensAsync(new TextPrompt("class Net"), default);

        Assert.InRange(text, 1, little);
        Assert.True(much > little + 19, $"{much} tokens against {little}");
    }

    [Fact]
    public async Task Complete_TokenLimit_EndsThereWithLength()
    {
        var answer = await AskAsync(Request() with { MaximumTokens = 4 });

        Assert.Equal((FinishReason.Length, 4, null), (answer.End.Reason, answer.End.Usage.Generated, answer.End.Failure));
        Assert.True(answer.End.Usage.Prompt > 0);
        Assert.InRange(answer.End.Usage.Reused, 0, answer.End.Usage.Prompt);
        Assert.NotEqual("", answer.Text);
    }

    [Fact]
    public async Task Complete_Always_GivesWholeCharactersAndOneEndAtTheLast()
    {
        var parts = await PartsAsync(Request() with { MaximumTokens = 24 });

        Assert.IsType<CompletionEnd>(parts[^1]);
        Assert.All(parts[..^1], part =>
        {
            var text = Assert.IsType<CompletionText>(part).Text;
            Assert.NotEqual("", text);
            Assert.False(char.IsLowSurrogate(text[0]) || char.IsHighSurrogate(text[^1]), "a character was torn");
        });
    }

    [Fact]
    public async Task Complete_SameSeed_SameText()
    {
        var request = Request() with { Sampling = new SamplingSettings(7, Temperature: 1.0), MaximumTokens = 12 };

        Assert.Equal((await AskAsync(request)).Text, (await AskAsync(request)).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Complete_StopString_EndsBeforeItAndLeaksNoneOfIt(int length)
    {
        var whole = (await AskAsync(Request() with { MaximumTokens = 16 })).Text;
        var start = Math.Min(3, whole.Length - length);
        var stop = whole.Substring(start, length);

        var answer = await AskAsync(Request() with { MaximumTokens = 16, StopStrings = [stop] });

        Assert.Equal(whole[..whole.IndexOf(stop, StringComparison.Ordinal)], answer.Text);
        Assert.Equal(FinishReason.Stop, answer.End.Reason);
    }

    [Fact]
    public async Task Complete_StopStringNeverWritten_TheWholeAnswerArrives()
    {
        var whole = await AskAsync(Request() with { MaximumTokens = 8 });

        // Its first character is written now and then, so that text has to be held back and let go again.
        var answer = await AskAsync(Request() with { MaximumTokens = 8, StopStrings = [whole.Text[..1] + "\u2603\u2603"] });

        Assert.Equal(whole.Text, answer.Text);
        Assert.Equal(FinishReason.Length, answer.End.Reason);
    }

    [Fact]
    public async Task Complete_SeveralAtOnce_AllEndWell()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(index =>
            AskAsync(Request($"# network {index}\n") with { MaximumTokens = 8 })));

        Assert.All(answers, answer => Assert.Null(answer.End.Failure));
    }

    [Fact]
    public async Task Complete_CancelledBefore_EndsAsCancelled()
    {
        var parts = new List<CompletionPart>();
        await foreach (var part in Model.CompleteAsync(Request() with { MaximumTokens = 16 }, new CancellationToken(canceled: true)))
        {
            parts.Add(part);
        }

        Assert.Equal(FinishReason.Cancelled, Assert.IsType<CompletionEnd>(parts[^1]).Reason);
    }

    [Fact]
    public async Task Complete_CancelledWhileItWrites_EndsAsCancelledAndTheNextIsAnswered()
    {
        using var cancellation = new CancellationTokenSource();
        CompletionPart? last = null;
        await foreach (var part in Model.CompleteAsync(Request() with { MaximumTokens = 200 }, cancellation.Token))
        {
            last = part;
            await cancellation.CancelAsync();
        }

        Assert.Equal(FinishReason.Cancelled, Assert.IsType<CompletionEnd>(last).Reason);
        Assert.Null((await AskAsync(Request() with { MaximumTokens = 2 })).End.Failure);
    }

    [Fact]
    public async Task Complete_NobodyReadsOn_TheNextIsAnswered()
    {
        await foreach (var part in Model.CompleteAsync(Request() with { MaximumTokens = 200 }, default))
        {
            Assert.IsType<CompletionText>(part);
            break;
        }

        Assert.Null((await AskAsync(Request() with { MaximumTokens = 2 })).End.Failure);
    }

    [Fact]
    public async Task Complete_PromptLongerThanTheContext_FailsWithBothFiguresInWords()
    {
        var words = string.Concat(Enumerable.Repeat("conv ", (Model.Info.ContextLength * 2) + 100));

        var answer = await AskAsync(Request(words));

        Assert.Equal((FinishReason.Failed, ""), (answer.End.Reason, answer.Text));
        Assert.Equal(FailureClass.LanguageModel, answer.End.Failure!.Class);
        Assert.NotEqual("", answer.End.Failure.Message);
    }

    /// <summary>Loads the model.</summary>
    protected abstract Task<ILanguageModel> LoadAsync();

    /// <summary>A prompt with one message.</summary>
    protected static ChatPrompt Chat(string text) => new([new ChatMessage(ChatRole.User, text)]);

    /// <summary>A request for the likeliest answer.</summary>
    protected static CompletionRequest Request(string text = "Write a network.\n") =>
        new(Chat(text), new SamplingSettings(1, Temperature: 0), MaximumTokens: 8, StopStrings: []);

    /// <summary>Asks the model and joins what it answers.</summary>
    protected async Task<(string Text, CompletionEnd End)> AskAsync(CompletionRequest request)
    {
        var parts = await PartsAsync(request);
        return (string.Concat(parts.OfType<CompletionText>().Select(part => part.Text)), parts.OfType<CompletionEnd>().Single());
    }

    /// <summary>Asks the model.</summary>
    protected async Task<ImmutableArray<CompletionPart>> PartsAsync(CompletionRequest request)
    {
        var parts = ImmutableArray.CreateBuilder<CompletionPart>();
        await foreach (var part in Model.CompleteAsync(request, CancellationToken.None))
        {
            parts.Add(part);
        }

        return parts.ToImmutable();
    }
}
