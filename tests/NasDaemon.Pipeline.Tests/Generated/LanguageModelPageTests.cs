using NasDaemon.Abstractions.Plugins;
using NasDaemon.LanguageModels.LlamaCpp;
using NasDaemon.LanguageModels.OpenAI;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Testing;
using NasDaemon.Testing.Generated;

namespace NasDaemon.Pipeline.Tests.Generated;

/// <summary>The options of the kinds of language models, as their page shows them.</summary>
public sealed class LanguageModelPageTests
{
    [Fact]
    public void LanguageModels_OptionsOfTheKinds_AreUpToDate() =>
        GeneratedFile.CheckBetweenMarks(Repository.Combine("docs", "language-models.md"), Section(new LlamaCppPlugin()) + Section(new OpenAIPlugin()));

    private static string Section(IPlugin plugin)
    {
        var registry = new PluginRegistry(plugin.GetType().Name, ComponentCatalogue.Empty);
        plugin.Register(registry);
        var kind = Assert.Single(registry.Components.LanguageModels).Description;
        var options = new SectionField(string.Empty, kind.Summary, [.. kind.Options.Select(OptionFields.From)]);
        return $"### `{kind.Name}`\n\n{kind.Summary}\n\n{FieldTable.Write(options)}";
    }
}
