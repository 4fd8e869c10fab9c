using System.Text.Json.Nodes;
using NasDaemon.Testing;
using NasDaemon.Testing.Http;
using NasDaemon.Testing.LanguageModels;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands;

public sealed class ModelTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public async Task List_NoModel_SaysHowToComeByOneAndWhichAreKnown()
    {
        var run = await RunAsync("list");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("There is no language model here. Bring one with 'nasdaemon model get'", run.Output, StringComparison.Ordinal);
        Assert.Contains("deepseek-coder-6.7b", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SettingsAndFiles_ShowsAllWithTheDefaultFirst()
    {
        await SettingsAsync("language_models:\n  server: { kind: openai }\nlanguage_model: own\n");
        Lay("own.gguf");

        var run = await RunAsync("list");

        var lines = run.Output.Split('\n');
        Assert.Matches("^own +llama-cpp +model folder +4 bytes +taken by tasks that name none$", lines[1]);
        Assert.Matches("^server +openai +settings$", lines[2]);
    }

    [Fact]
    public async Task Get_LocalFile_LaysItIntoTheModelFolder()
    {
        await File.WriteAllTextAsync(_home.Combine("downloaded.gguf"), "GGUF and so on");

        var run = await RunAsync("get", "downloaded.gguf", "--as", "coder");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("GGUF and so on", await File.ReadAllTextAsync(_home.Combine("models", "coder.gguf")));
        Assert.EndsWith("Try it: nasdaemon model test coder\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AddressThatIsNotThere_FailsAndSaysWhatToCopyWhere()
    {
        await using var server = new LoopbackServer((_, response) => response.SendAsync(404, "text/plain", ""));

        var run = await RunAsync("get", $"{server.Address}/coder.gguf");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith($"copy it by hand: {server.Address}/coder.gguf to {_home.Combine("models", "coder.gguf")}\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_UnknownModel_FailsWithTheRemedy()
    {
        Lay("coder.gguf");

        var run = await RunAsync("test", "codr");

        Assert.Equal((1, "There is no language model 'codr'. Did you mean 'coder'?\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("        self.fc = nn.Linear(3072, 10)\n\n    def forward(self, x):\n        return self.fc(x.flatten(1))\n", "The network that it wrote runs:", "30,730")]
    [InlineData("        self.fc = nn.Linear(99, 10)\n\n    def forward(self, x):\n        return self.fc(x.flatten(1))\n", "does not run", "shape_mismatch")]
    public async Task Test_ModelBehindAServer_IsMeasuredAndItsNetworkJudged(string network, string verdict, string detail)
    {
        await using var server = new LoopbackServer((request, response) => response.SendJsonAsync(Answer(request, network)));
        await SettingsAsync($"language_models:\n  server: {{ kind: openai, address: \"{server.Address}\" }}\n");

        var run = await RunAsync("test", "--show");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains($"device                {server.Address}", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 answers together    80 tokens written", run.Output, StringComparison.Ordinal);
        Assert.Contains(network.Split('\n')[0], run.Output, StringComparison.Ordinal);
        Assert.Contains(verdict, run.Output, StringComparison.Ordinal);
        Assert.Contains(detail, run.Output, StringComparison.Ordinal);
    }

    [LlamaCppFact]
    public async Task Test_GgufFile_IsRunInAProcessOfItsOwn()
    {
        Directory.CreateDirectory(_home.Combine("models"));
        new TinyModel().Save(_home.Combine("models", "file.gguf"));
        await SettingsAsync("language_models:\n  tiny: { kind: llama-cpp, path: file.gguf, context: 2048, threads: 1 }\n");

        var run = await RunAsync("test");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("name                  tiny\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("tokens were not read again", run.Output, StringComparison.Ordinal);
        Assert.Contains("does not run", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static string Answer(LoopbackRequest request, string network) => request.Path == "/v1/models"
        ? """{"data":[{"id":"coder","context_length":4096}]}"""
        : new JsonObject
        {
            ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = network + "```\nThat is it." }, ["finish_reason"] = "stop" }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 20 },
        }.ToJsonString();

    private Task<ProcessRun> RunAsync(params string[] arguments) => ProcessRun.NasDaemonAsync(_home.Path, ["model", .. arguments, "--home", _home.Path]);

    private Task SettingsAsync(string yaml) => File.WriteAllTextAsync(_home.Combine("nasdaemon.yaml"), yaml);

    private void Lay(string file)
    {
        Directory.CreateDirectory(_home.Combine("models"));
        File.WriteAllText(_home.Combine("models", file), "GGUF");
    }
}
