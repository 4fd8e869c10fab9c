using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.LanguageModels;

public sealed class LanguageModelCatalogueTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public LanguageModelCatalogueTests() => Directory.CreateDirectory(_home.Combine("models"));

    [Fact]
    public void Find_NothingAnywhere_SaysHowToComeByAModel()
    {
        var choice = Catalogue().Find(null);

        Assert.Equal("There is no language model here.", choice.Failure!.Message);
        Assert.Contains("nasdaemon model get", choice.Failure.Hint, StringComparison.Ordinal);
        Assert.Contains("NASDAEMON_MODEL", choice.Failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_FilesInTheFolder_AreModelsUnderTheirNames()
    {
        Lay("b.Q4_K_M.gguf", "split-00001-of-00002.gguf", "split-00002-of-00002.gguf", "torn-00002-of-00002.gguf", "a.gguf.part", ".a.gguf", "notes.txt");

        var models = Catalogue().Models();

        Assert.Equal(["b.Q4_K_M", "split", "torn"], models.Select(known => known.Model.Name));
        Assert.Equal(
            [_home.Combine("models", "b.Q4_K_M.gguf"), _home.Combine("models", "split-00001-of-00002.gguf")],
            models.Take(2).Select(known => known.Model.Options.Text("path")));
        Assert.Equal([4L, 8L, 4L], models.Select(known => known.Bytes!.Value));
        Assert.Equal("llama-cpp", models[0].Model.Kind);
        Assert.Equal([null, null, $"{_home.Combine("models", "torn-00001-of-00002.gguf")} is not there. Bring it with 'nasdaemon model get', or copy it there."], models.Select(known => known.Problem));
    }

    [Theory]
    [InlineData("language_models: { s: { kind: openai } }\nlanguage_model: b", true, "b")]
    [InlineData("language_models: { s: { kind: openai } }", true, "named")]
    [InlineData("language_models: { s: { kind: openai } }", false, "s")]
    [InlineData("", false, "a")]
    public void Find_NoneNamed_TakesSettingThenVariableThenFirst(string settings, bool isVariableSet, string expected)
    {
        Lay("a.gguf", "b.gguf");
        File.WriteAllText(_home.Combine("named.gguf"), "GGUF");

        var catalogue = Catalogue(settings, isVariableSet ? _home.Combine("named.gguf") : null);

        Assert.Equal(expected, catalogue.Find(null).Model!.Name);
        Assert.Equal(expected, catalogue.Models()[0].Model.Name);
    }

    [Fact]
    public void Find_NameOfSettingsAndOfAFile_TakesTheSettings()
    {
        Lay("a.gguf");

        Assert.Equal("openai", Catalogue("language_models: { a: { kind: openai } }").Find("a").Model!.Kind);
    }

    [Fact]
    public void Find_NameNearlyRight_AsksWhetherItWasMeant()
    {
        Lay("deepseek.gguf");

        var choice = Catalogue().Find("depseek");

        Assert.Equal(("There is no language model 'depseek'.", "Did you mean 'deepseek'?"), (choice.Failure!.Message, choice.Failure.Hint));
    }

    [Fact]
    public void Find_VariableNamesAFileThatIsNotThere_SaysSo()
    {
        var choice = Catalogue(file: _home.Combine("gone.gguf")).Find(null);

        Assert.Contains(_home.Combine("gone.gguf"), choice.Failure!.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_KindThatOnlySpeaksToAServer_IsLoadedHere()
    {
        var host = new RecordingHost();

        var model = await Catalogue("language_models: { s: { kind: openai, address: here } }", host: host).OpenAsync("s", default);

        Assert.Equal(("s", "here"), (model.Info.Name, model.Info.Device));
        Assert.Null(host.Started);
    }

    [Fact]
    public async Task Open_KindThatComputes_IsStartedInAProcess()
    {
        Lay("a.gguf");
        var host = new RecordingHost();

        await Catalogue(host: host).OpenAsync(null, default);

        Assert.Equal("a", host.Started!.Name);
    }

    [Fact]
    public async Task Open_UnknownName_ThrowsTheFailure()
    {
        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => Catalogue().OpenAsync("x", default));

        Assert.Equal("'nasdaemon model get' brings one.", exception.Failure.Hint);
    }

    [Fact]
    public void Find_FileWhereThePluginIsNotActive_SaysSo()
    {
        Lay("a.gguf");

        var catalogue = new LanguageModelCatalogue(
            LanguageModelSettings.None, null, new ModelFolder(_home.Combine("models")), ComponentCatalogue.Empty.LanguageModels, Context, new RecordingHost());

        Assert.Contains("nasdaemon plugins", catalogue.Find("a").Failure!.Hint, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private void Lay(params string[] files)
    {
        foreach (var file in files)
        {
            File.WriteAllText(_home.Combine("models", file), "GGUF");
        }
    }

    private LanguageModelCatalogue Catalogue(string settings = "", string? file = null, ILanguageModelHost? host = null)
    {
        File.WriteAllText(_home.Combine("nasdaemon.yaml"), settings);
        var read = DaemonSettings.Load(null, _home.Path, () => ModelKinds.Catalogue);
        Assert.Empty(read.Problems);
        return new LanguageModelCatalogue(
            read.Settings!.LanguageModels, file, new ModelFolder(read.Settings.Folders.Models), ModelKinds.Catalogue.LanguageModels, Context, host ?? new RecordingHost());
    }

    private ComponentContext Context(OptionValues options) =>
        new(options, new DaemonFolders("", "", "", "", _home.Combine("models")), TimeProvider.System, NullLoggerFactory.Instance);

    private sealed class RecordingHost : ILanguageModelHost
    {
        public NamedLanguageModel? Started { get; private set; }

        public Task<ILanguageModel> StartAsync(NamedLanguageModel model, CancellationToken cancellation)
        {
            Started = model;
            return Task.FromResult<ILanguageModel>(new SilentModel(model.Name, "child"));
        }
    }
}
