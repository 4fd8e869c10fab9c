using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Tests.Support;
using NasDaemon.Testing.Http;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Answers;

/// <summary>Whatever a server does wrong becomes one failure that names its address and what helps.</summary>
public sealed class BrokenAnswerTests : ModelTests
{
    [Theory]
    [InlineData(400, """{"error":{"message":"temperature must be at most 2","type":"invalid_request_error"}}""", "refuses the request (400): temperature must be at most 2")]
    [InlineData(400, """{"error":{"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}""", "do not fit into the context")]
    [InlineData(400, """{"object":"error","message":"This model's maximum context length is 4096 tokens.","type":"BadRequestError"}""", "do not fit into the context")]
    [InlineData(401, """{"error":"bad key"}""", "refuses the key (401): bad key")]
    [InlineData(403, "", "refuses the key (403)")]
    [InlineData(404, """{"detail":"Not Found"}""", "does not know what was asked for (404): Not Found")]
    [InlineData(413, "<html>too large</html>", "finds the prompt too large (413)")]
    [InlineData(307, "", "sends its callers elsewhere (307)")]
    [InlineData(501, """{"error":{"message":"not built in"}}""", "refuses the request (501): not built in")]
    public async Task Complete_RefusedRequest_FailsAtOnceInWords(int status, string body, string expected)
    {
        Server.NextError(status, body);

        var answer = await Model.AskAsync(OpenModel.Request());

        AssertFailed(answer, expected);
        Assert.Equal(TokenUsage.None, answer.End.Usage);
        Assert.Single(Server.Asked);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Complete_BusyServer_IsAskedAgain(int status)
    {
        Server.NextError(status, "busy");
        Server.NextError(status, "busy");

        var answer = await Model.AskAsync(OpenModel.Request());

        Assert.Null(answer.End.Failure);
        Assert.Equal(2, Time.Pauses.Count);
    }

    [Theory]
    [InlineData("Retry-After: 40")]
    [InlineData("Retry-After: Fri, 02 Jan 2026 03:04:45 GMT")]
    public async Task Complete_ServerThatSaysWhenToComeBack_IsLeftAloneUntilThen(string header)
    {
        Server.NextError(429, "busy", header);

        await Model.AskAsync(OpenModel.Request());

        Assert.Equal([TimeSpan.FromSeconds(40)], Time.Pauses);
    }

    [Fact]
    public async Task Complete_ServerThatWantsAnHour_IsGivenUp()
    {
        Server.NextError(429, "come back later", "Retry-After: 3600");

        AssertFailed(await Model.AskAsync(OpenModel.Request()), "too busy (429): come back later");
        Assert.Empty(Time.Pauses);
    }

    [Fact]
    public async Task Complete_ServerThatStaysBusy_IsGivenUpAfterTheRetries()
    {
        for (var attempt = 0; attempt < 7; attempt++)
        {
            Server.NextError(503, """{"error":{"message":"Loading model"}}""");
        }

        AssertFailed(await Model.AskAsync(OpenModel.Request()), "is not ready (503): Loading model");
        Assert.Equal(6, Time.Pauses.Count);
    }

    [Fact]
    public async Task Complete_ConnectionBrokenBeforeTheFirstWord_IsAskedAgain()
    {
        Server.Next(BreakAsync());
        Server.Next(BreakAsync(": ping\n\n"));
        Server.NextStream(": ping\n\n");

        Assert.Null((await Model.AskAsync(OpenModel.Request())).End.Failure);
        Assert.Equal(3, Time.Pauses.Count);
    }

    [Fact]
    public async Task Complete_ConnectionBrokenWithinTheAnswer_FailsAndWhatWasWrittenStands()
    {
        Server.Next(BreakAsync(ModelServer.Piece("class"), ModelServer.Piece(" Net")));

        var answer = await Model.AskAsync(OpenModel.Request());

        AssertFailed(answer, "broke off the connection");
        Assert.Equal(("class Net", 2), (answer.Text, answer.End.Usage.Generated));
    }

    [Fact]
    public async Task Complete_StreamThatEndsWithoutAReason_Fails()
    {
        Server.NextStream(ModelServer.Piece("class"));

        var answer = await Model.AskAsync(OpenModel.Request() with { StopStrings = ["class Net"] });

        AssertFailed(answer, "broke off its answer");
        Assert.Equal("class", answer.Text);
    }

    [Fact]
    public async Task Complete_ConnectionBrokenAfterTheReason_IsWhole()
    {
        Server.Next(BreakAsync(ModelServer.Piece("class"), ModelServer.Last("stop")));

        var answer = await Model.AskAsync(OpenModel.Request());

        Assert.Equal(("class", FinishReason.Stop), (answer.Text, answer.End.Reason));
    }

    [Theory]
    [InlineData("data: {\"choices\": [\n\n", "answers with something else")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}\n\n", "answers with something else")]
    [InlineData("data: {\"error\":{\"message\":\"out of memory\"}}\n\n", "reports an error in place of an answer: out of memory")]
    [InlineData("error: {\"error\":{\"code\":500,\"message\":\"slot died\"}}\n\n", "reports an error in place of an answer: slot died")]
    public async Task Complete_NonsenseOrAnErrorWithinTheStream_Fails(string piece, string expected)
    {
        Server.NextStream(ModelServer.Piece("class"), piece);

        var answer = await Model.AskAsync(OpenModel.Request());

        AssertFailed(answer, expected);
        Assert.Equal("class", answer.Text);
    }

    [Fact]
    public async Task Complete_AnswerThatIsNoJson_Fails()
    {
        Server.Next((_, response) => response.SendJsonAsync("{\"choices\": nonsense"));

        AssertFailed(await Model.AskAsync(OpenModel.Request()), "answers with something else than the JSON of /v1: {\"choices\": nonsense");
    }

    [Fact]
    public async Task Complete_ServerThatNeverBegins_IsGivenUpAtTheLimit()
    {
        Server.Next(WaitAsync);

        AssertFailed(await Model.AskAsync(OpenModel.Request()), "was silent for 600 seconds");
    }

    [Fact]
    public async Task Complete_ServerThatFallsSilent_IsGivenUpAtTheLimit()
    {
        Server.Next(async (request, response) =>
        {
            await response.BeginAsync(200, "text/event-stream", null);
            await response.WriteAsync(ModelServer.Piece("class"));
        });
        var parts = new List<CompletionPart>();
        await foreach (var part in Model.CompleteAsync(OpenModel.Request(), default))
        {
            parts.Add(part);
            Time.Reach(TimeSpan.FromSeconds(120));
        }

        Assert.Equal(new CompletionText("class"), parts[0]);
        AssertFailed(("", Assert.IsType<CompletionEnd>(parts[1])), "silent");
    }

    private async Task WaitAsync(LoopbackRequest request, LoopbackResponse response)
    {
        Time.Reach(TimeSpan.FromSeconds(600));
        await Task.Delay(Timeout.InfiniteTimeSpan, response.End);
    }

    private static Func<LoopbackRequest, LoopbackResponse, Task> BreakAsync(params string[] pieces) => async (_, response) =>
    {
        if (pieces.Length > 0)
        {
            await response.BeginAsync(200, "text/event-stream", null);
        }

        foreach (var piece in pieces)
        {
            await response.WriteAsync(piece);
        }

        // The end is sent behind what was written, where a reset might overtake it.
        response.Close();
    };

    private void AssertFailed((string Text, CompletionEnd End) answer, string expected)
    {
        Assert.Equal(FinishReason.Failed, answer.End.Reason);
        Assert.Equal(FailureClass.LanguageModel, answer.End.Failure!.Class);
        Assert.Contains(expected, answer.End.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(Server.Address, answer.End.Failure.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(answer.End.Failure.Hint));
    }
}
