using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Prompting.Templates;
using NasDaemon.Testing;

namespace NasDaemon.Search.Prompting.Tests.Templates;

public sealed class TemplateFoldersTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public static TheoryData<string> Shipped => [.. Files()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Load_ShippedFile_IsKnownAndExplainsEachOfItsPlaceholders(string file)
    {
        var definition = Assert.Single(TemplateDefinitions.All, definition => definition.File == file);
        var explained = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "prompts", file)).TakeWhile(line => line.StartsWith('#')).ToList();

        Assert.NotEmpty(explained);
        Assert.All(definition.Placeholders, placeholder => Assert.Contains(explained, line => line.StartsWith($"# {{{{{placeholder.Name}}}}} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Load_EveryDefinition_IsShipped() =>
        Assert.Equal(TemplateDefinitions.All.Select(definition => definition.File).Order(), Files().Order());

    [Fact]
    public void Load_UsersOwnFile_ReplacesTheShippedOne()
    {
        File.WriteAllText(_home.Combine("thinking.txt"), "# mine\nThink of {cats}.\n");

        var templates = Load();

        Assert.Equal("Think of {cats}.", templates[TemplateDefinitions.Thinking].Fill());
        Assert.StartsWith("The user", templates[TemplateDefinitions.Request].Fill(("text", "> a")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UsersOwnFileIsWrong_IsRefusedWithItsPath()
    {
        File.WriteAllText(_home.Combine("generate.txt"), "{{task}} {{form}} {{known}} {{reqest}}");

        var failure = Assert.Throws<LanguageModelException>(Load).Failure;

        Assert.Equal(FailureClass.LanguageModel, failure.Class);
        Assert.StartsWith(_home.Combine("generate.txt") + ", line 1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 }, "is not UTF-8")]
    [InlineData(null, "has more than 64 KiB")]
    public void Load_FileThatIsNoText_IsRefused(byte[]? content, string problem)
    {
        File.WriteAllBytes(_home.Combine("thinking.txt"), content ?? new byte[65 * 1024]);

        Assert.Contains(problem, Assert.Throws<LanguageModelException>(Load).Failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static IEnumerable<string> Files() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "prompts")).Select(Path.GetFileName).OfType<string>();

    private TemplateSet Load() => new TemplateFolders(new DaemonFolders("", "", "", "", "") { Prompts = _home.Path }).Load();
}
