using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Tests.LanguageModels;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Configuration;

public sealed class LanguageModelSettingsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public void Load_NamedModels_AreReadInOrderWithTheOptionsOfTheirKind()
    {
        var models = Load("""
            language_models:
              deepseek-6.7b: { kind: llama-cpp, path: d.gguf, context: 4096 }
              Server_1:
                kind: openai
            language_model: Server_1
            """).Settings!.LanguageModels;

        Assert.Equal("Server_1", models.Default);
        Assert.Equal(["deepseek-6.7b", "Server_1"], models.Models.Select(model => model.Name));
        Assert.Equal(("d.gguf", 4_096L), (models.Models[0].Options.Text("path"), models.Models[0].Options.Integer("context")));
        Assert.Equal("http://localhost", models.Models[1].Options.Text("address"));
    }

    [Fact]
    public void Load_EveryMistakeInModels_IsReportedWithPlaceAndRemedy()
    {
        var problems = Load("""
            language_models:
              a: { kind: lama-cpp }
              b: { kind: openai, adress: x }
              c: { kind: llama-cpp, context: many }
              d e: { kind: openai }
              f: openai
              g: { path: x }
            language_model: aa
            """).Problems.Select(problem => problem[(_home.Path.Length + "/nasdaemon.yaml:".Length)..]);

        Assert.Equal(
            [
                "2:14: There is no kind of language model 'lama-cpp'. Did you mean 'llama-cpp'?",
                "3:22: Unknown key 'adress' in 'b'. Did you mean 'address'?",
                "4:34: 'context' cannot be 'many'. Write a whole number, 0 to 100,000.",
                "5:3: 'd e' cannot be a name. Use letters, digits, dots, hyphens and underscores, at most 100.",
                "6:6: 'f' cannot be 'openai'. Write 'kind: …' below it, one of: llama-cpp, openai.",
                "7:6: The kind of 'g' is missing. Write 'kind: …', one of: llama-cpp, openai.",
            ],
            problems);
    }

    [Fact]
    public void Load_DefaultThatIsNearlyAName_AsksWhetherItWasMeant() => Assert.Equal(
        [$"{_home.Combine("nasdaemon.yaml")}:2:17: There is no language model 'smal'. Did you mean 'small'?"],
        Load("language_models: { small: { kind: openai } }\nlanguage_model: smal\n").Problems.AsEnumerable());

    [Fact]
    public void Load_DefaultThatMayBeAFileToCome_IsTaken() =>
        Assert.Equal(new LanguageModelSettings("deepseek-coder-1.3b", []), Load("language_model: deepseek-coder-1.3b\n").Settings!.LanguageModels);

    public void Dispose() => _home.Dispose();

    private SettingsReading Load(string yaml)
    {
        File.WriteAllText(_home.Combine("nasdaemon.yaml"), yaml);
        return DaemonSettings.Load(null, _home.Path, () => ModelKinds.Catalogue);
    }
}
