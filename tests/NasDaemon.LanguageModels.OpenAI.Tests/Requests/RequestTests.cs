using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Tests.Support;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Requests;

public sealed class RequestTests
{
    private const string Grammar = "root ::= \"class\"";

    [Fact]
    public async Task Complete_LlamaServer_IsSentEverySetting()
    {
        var body = await AskedAsync("llamacpp", OpenModel.Request() with
        {
            Sampling = new SamplingSettings(7, Temperature: 0.5, TopK: 0, TopP: 0.9, MinP: 0.1, RepeatPenalty: 1.1),
            MaximumTokens = 12,
            StopStrings = ["a", "b", "c", "d", "e"],
            Grammar = Grammar,
        });

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"model":"coder","messages":[{"role":"user","content":"Write a network."}],"stream":true,"stream_options":{"include_usage":true},
                 "max_tokens":12,"temperature":0.5,"top_p":0.9,"seed":7,"top_k":0,"min_p":0.1,"repeat_penalty":1.1,"repeat_last_n":64,
                 "cache_prompt":true,"timings_per_token":true,"stop":["a","b","c","d"],"grammar":"root ::= \"class\""}
                """),
            body), body.ToJsonString());
    }

    [Fact]
    public async Task Complete_Vllm_IsSentItsOwnNames()
    {
        var body = await AskedAsync("vllm", OpenModel.Request() with { Sampling = new SamplingSettings(1, TopK: 0, RepeatPenalty: 1.1), Grammar = Grammar });

        Assert.Equal((-1, 1.1, Grammar), ((int)body["top_k"]!, (double)body["repetition_penalty"]!, (string)body["structured_outputs"]!["grammar"]!));
        Assert.Null(body["grammar"]);
    }

    [Theory]
    [InlineData("somebody")]
    [InlineData("library")]
    public async Task Complete_ServerOfTheCommonProtocol_IsSentNothingBeyondIt(string owner)
    {
        var body = await AskedAsync(owner, OpenModel.Request());

        Assert.Equal(
            ["max_tokens", "messages", "model", "seed", "stream", "stream_options", "temperature", "top_p"],
            body.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task Complete_SmallSeed_IsSentAsItIs(long seed, int expected) =>
        Assert.Equal(expected, (int)(await AskedAsync("vllm", OpenModel.Request() with { Sampling = new SamplingSettings(seed) }))["seed"]!);

    [Theory]
    [InlineData(-1)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue)]
    public async Task Complete_LargeSeed_IsSentAs31BitsThatDifferFromItsNeighbours(long seed)
    {
        var sent = (int)(await AskedAsync("vllm", OpenModel.Request() with { Sampling = new SamplingSettings(seed) }))["seed"]!;
        var next = (int)(await AskedAsync("vllm", OpenModel.Request() with { Sampling = new SamplingSettings(seed - 1) }))["seed"]!;

        Assert.InRange(sent, 0, int.MaxValue);
        Assert.NotEqual(sent, next);
    }

    [Theory]
    [InlineData("llamacpp", false)]
    [InlineData("library", false)]
    [InlineData("vllm", true)]
    public async Task Complete_AnswerStart_IsALastMessageThatTheServerContinues(string owner, bool saysSo)
    {
        var body = await AskedAsync(owner, WithStart());

        Assert.Equal(["system", "user", "assistant"], body["messages"]!.AsArray().Select(message => (string)message!["role"]!));
        Assert.Equal("class Net", (string)body["messages"]![2]!["content"]!);
        Assert.Equal(saysSo, body["continue_final_message"] is not null);
    }

    [Fact]
    public async Task Complete_AnswerStartWhereTheServerCannotContinue_IsAskedForInWordsAndTakenAwayAgain()
    {
        await using var server = new ModelServer("somebody");
        await using var model = await OpenModel.AtAsync(server.Address);
        server.NextStream(ModelServer.Piece("class "), ModelServer.Piece("Net(nn.Module):"), ModelServer.Last("stop"), "data: [DONE]\n\n");
        server.NextStream(ModelServer.Piece("(nn.Module):"), ModelServer.Last("stop"), "data: [DONE]\n\n");

        var repeated = await model.AskAsync(WithStart());
        var continued = await model.AskAsync(WithStart());

        Assert.Equal(("(nn.Module):", "(nn.Module):"), (repeated.Text, continued.Text));
        Assert.EndsWith("go on from its end:\nclass Net", (string)server.Asked[0].Json["messages"]![1]!["content"]!, StringComparison.Ordinal);
        Assert.Contains(model.Info.Notes, note => note.Contains("cannot go on from a given beginning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Complete_TextPrompt_GoesWithoutATemplate()
    {
        await using var server = new ModelServer();
        await using var model = await OpenModel.AtAsync(server.Address);

        var answer = await model.AskAsync(OpenModel.Request() with { Prompt = new TextPrompt("import torch\n"), MaximumTokens = 3 });

        Assert.Equal(" Net(nn.Module", answer.Text);
        Assert.Equal(("/v1/completions", "import torch\n"), (server.Asked[0].Path, (string)server.Asked[0].Json["prompt"]!));
    }

    [Theory]
    [InlineData("library")]
    [InlineData("organization_owner")]
    [InlineData("somebody")]
    public async Task Complete_GrammarWhereTheServerKnowsNone_FailsWithTheRemedyAndAsksNothing(string owner)
    {
        await using var server = new ModelServer(owner);
        await using var model = await OpenModel.AtAsync(server.Address);

        var answer = await model.AskAsync(OpenModel.Request() with { Grammar = Grammar });

        Assert.Equal((FinishReason.Failed, TokenUsage.None), (answer.End.Reason, answer.End.Usage));
        Assert.Contains(server.Address, answer.End.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("llama-server", answer.End.Failure.Hint, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Complete_VllmNearTheEndOfItsContext_IsAskedForWhatStillFits()
    {
        await using var server = new ModelServer("vllm");
        await using var model = await OpenModel.AtAsync(server.Address);

        var request = OpenModel.Request(new string('x', 900)) with { MaximumTokens = 5_000 };
        var answer = await model.AskAsync(request);

        Assert.Equal(FinishReason.Length, answer.End.Reason);
        Assert.Equal(ModelServer.Context - await model.CountTokensAsync(request.Prompt, default), (int)server.Asked[0].Json["max_tokens"]!);
    }

    private static CompletionRequest WithStart() => OpenModel.Request() with
    {
        Prompt = new ChatPrompt([new ChatMessage(ChatRole.System, "Be short."), new ChatMessage(ChatRole.User, "A network?")], "class Net"),
    };

    private static async Task<JsonNode> AskedAsync(string owner, CompletionRequest request)
    {
        await using var server = new ModelServer(owner);
        await using var model = await OpenModel.AtAsync(server.Address);

        Assert.Null((await model.AskAsync(request)).End.Failure);

        return Assert.Single(server.Asked).Json;
    }
}
