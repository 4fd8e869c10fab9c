using System.Text;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Tests.Support;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Answers;

public sealed class AnswerTests : ModelTests
{
    private const string Done = "data: [DONE]\n\n";

    [Fact]
    public async Task Complete_StreamOfEveryOddity_IsReadAllTheSame()
    {
        var split = Encoding.UTF8.GetBytes(ModelServer.Piece("é😀").Replace("\\u00E9\\uD83D\\uDE00", "é😀", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));
        Server.Next(async (_, response) =>
        {
            await response.BeginAsync(200, "text/event-stream; charset=utf-8", null);
            await response.WriteAsync(": ping\r\n\r\ndata: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\r\n\r\n");
            foreach (var value in split)
            {
                await response.WriteAsync([value]);
            }

            await response.WriteAsync("data: {\"choices\":\ndata: [{\"delta\":{\"content\":\" two lines\"}}]}\n\n");
            await response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":\" no\"}}]}\ndata: {\"choices\":[{\"delta\":{\"content\":\" gap\"}}]}\n");
            await response.WriteAsync("event: x\ndata: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\" parts\"}]}}]}\n\n" + ModelServer.Last("stop"));
            await response.FinishAsync();
        });

        var answer = await Model.AskAsync(OpenModel.Request());

        Assert.Equal("é😀 two lines no gap parts", answer.Text);
        Assert.Equal((FinishReason.Stop, null), (answer.End.Reason, answer.End.Failure));
    }

    [Fact]
    public async Task Complete_Thoughts_AreNoPartOfTheAnswer()
    {
        Server.NextStream(
            """data: {"choices":[{"delta":{"reasoning_content":"Let me think"}}]}""" + "\n\n", ModelServer.Piece("class"), ModelServer.Last("length"), Done);

        var answer = await Model.AskAsync(OpenModel.Request());

        Assert.Equal(("class", FinishReason.Length), (answer.Text, answer.End.Reason));
        Assert.Equal(2, answer.End.Usage.Generated);
    }

    [Fact]
    public async Task Complete_UsageAndTimings_AreTheServersOwn()
    {
        Server.NextStream(
            ModelServer.Piece("class"),
            ModelServer.Last("stop"),
            """data: {"choices":[],"usage":{"prompt_tokens":44,"completion_tokens":48,"prompt_tokens_details":{"cached_tokens":40}},"timings":{"prompt_ms":12.5,"predicted_ms":480}}""" + "\n\n",
            Done);

        var answer = await Model.AskAsync(OpenModel.Request());

        Assert.Equal(new TokenUsage(44, 40, 48, TimeSpan.FromMilliseconds(12.5), TimeSpan.FromMilliseconds(480)), answer.End.Usage);
        Assert.DoesNotContain(Model.Info.Notes, note => note.Contains("estimated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Complete_NoUsage_IsEstimatedAndSaid()
    {
        Server.NextStream(ModelServer.Piece("class"), ModelServer.Piece(" Net"), ModelServer.Last("stop"), Done);

        var answer = await Model.AskAsync(OpenModel.Request());

        Assert.Equal(2, answer.End.Usage.Generated);
        Assert.True(answer.End.Usage.Prompt > 0);
        Assert.Contains(Model.Info.Notes, note => note.Contains("estimated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Complete_WholeAnswerInPlaceOfAStream_IsTaken()
    {
        Server.Next((_, response) => response.SendJsonAsync(
            """{"choices":[{"message":{"role":"assistant","content":"class Net"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}"""));

        var answer = await Model.AskAsync(OpenModel.Request());

        Assert.Equal(("class Net", FinishReason.Stop, 2), (answer.Text, answer.End.Reason, answer.End.Usage.Generated));
    }

    [Fact]
    public async Task Complete_StreamingSwitchedOff_AsksForTheWhole()
    {
        await using var model = await OpenModel.AtAsync(Server.Address, ("stream", JsonValue.Create(false)));

        var answer = await model.AskAsync(OpenModel.Request() with { MaximumTokens = 2 });

        Assert.Equal((" Net(nn", FinishReason.Length), (answer.Text, answer.End.Reason));
        Assert.Null(Server.Asked[0].Json["stream"]);
    }

    [Theory]
    [InlineData("""{"error":{"message":"Unknown parameter: 'stream_options'."}}""", "stream_options")]
    [InlineData("""{"error":{"message":"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."}}""", "max_tokens")]
    [InlineData("""{"detail":[{"loc":["body","seed"],"msg":"Extra inputs are not permitted"}]}""", "seed")]
    public async Task Complete_ServerThatRefusesAField_IsAskedWithoutItFromThenOn(string refusal, string field)
    {
        Server.NextError(field == "seed" ? 422 : 400, refusal);
        Server.NextStream(ModelServer.Piece("class"), ModelServer.Last("stop"), Done);
        Server.NextStream(ModelServer.Piece("class"), ModelServer.Last("stop"), Done);

        var first = await Model.AskAsync(OpenModel.Request());
        await Model.AskAsync(OpenModel.Request());

        Assert.Equal("class", first.Text);
        Assert.Equal([true, false, false], Server.Asked.Select(request => request.Json[field] is not null));
        Assert.Equal(field == "max_tokens", Server.Asked[2].Json["max_completion_tokens"] is not null);
        Assert.Contains($"The server does not take '{field}', so it is not sent.", Model.Info.Notes);
        Assert.Empty(Time.Pauses);
    }

    [Fact]
    public async Task Complete_StopStringThatTheServerIgnores_EndsHere()
    {
        Server.NextStream(ModelServer.Piece("one t"), ModelServer.Piece("wo three"), ModelServer.Last("length"), Done);

        var answer = await Model.AskAsync(OpenModel.Request() with { StopStrings = ["two"] });

        Assert.Equal(("one ", FinishReason.Stop), (answer.Text, answer.End.Reason));
    }

    [Fact]
    public async Task Complete_ServerThatWritesOnAndOn_IsStopped()
    {
        Server.NextStream(ModelServer.Piece(new string('x', 5_000)), ModelServer.Last("stop"), Done);

        var answer = await Model.AskAsync(OpenModel.Request() with { MaximumTokens = 2 });

        Assert.Equal(FinishReason.Failed, answer.End.Reason);
        Assert.Contains("beyond every limit", answer.End.Failure!.Message, StringComparison.Ordinal);
    }
}
