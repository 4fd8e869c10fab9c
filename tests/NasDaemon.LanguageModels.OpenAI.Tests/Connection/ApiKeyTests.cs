using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Connection;
using NasDaemon.LanguageModels.OpenAI.Tests.Support;
using NasDaemon.Testing;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Connection;

public sealed class ApiKeyTests
{
    private const string Secret = "sk-very-secret-42";

    [Fact]
    public async Task Complete_KeyInAFile_IsSentAndShownNowhere()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("key.txt"), $"  {Secret} \nnotes\n");
        await using var server = new ModelServer("vllm");
        var log = new RecordingLoggers();
        var options = OpenModel.Options(server.Address, ("key_file", JsonValue.Create(folder.Combine("key.txt"))!));
        await using var model = await OpenModel.AtAsync(options, new TestTime(), logging: log);
        server.NextError(500, $$$"""{"error":{"message":"worker with key {{{Secret}}} died"}}""");
        server.NextError(401, $$$"""{"error":{"message":"Incorrect API key provided: {{{Secret}}}."}}""");

        var answer = await model.AskAsync(OpenModel.Request());

        Assert.All(server.Requests, request => Assert.Equal($"Bearer {Secret}", request.Headers["Authorization"]));
        Assert.Equal($"{server.Address} refuses the key (401): Incorrect API key provided: (key).", answer.End.Failure!.Message);
        Assert.Contains("key_file", answer.End.Failure.Hint, StringComparison.Ordinal);
        Assert.Contains("worker with key (key) died", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{model.Info} {options} {answer.End}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_KeyInTheEnvironment_IsSent()
    {
        await using var server = new ModelServer();
        await using var model = await OpenModel.AtAsync(
            OpenModel.Options(server.Address, ("key_environment", JsonValue.Create("MODEL_KEY")!)), new TestTime(), name => name == "MODEL_KEY" ? Secret : null);

        Assert.Equal($"Bearer {Secret}", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task Load_NoKeyNamed_SendsNone()
    {
        await using var server = new ModelServer();
        await using var model = await OpenModel.AtAsync(server.Address);

        Assert.All(server.Requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
    }

    [Theory]
    [InlineData("/nowhere/key", "", "The key cannot be read")]
    [InlineData("", "ABSENT", "There is no key in the environment variable ABSENT.")]
    [InlineData("", "BROKEN", "characters that no key has")]
    [InlineData("/a", "B", "Both 'key_file' and 'key_environment'")]
    public void Read_KeyThatCannotBeUsed_SaysWhy(string file, string variable, string expected)
    {
        var options = OpenModel.Options("http://localhost", ("key_file", JsonValue.Create(file)!), ("key_environment", JsonValue.Create(variable)!));

        var exception = Assert.Throws<LanguageModelException>(() => ApiKey.Read(options, name => name == "BROKEN" ? "a b" : null));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
