using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Search.Prompting.Templates;

namespace NasDaemon.Search.Prompting.Tests.Templates;

public sealed class TemplateParserTests
{
    private static readonly TemplateDefinition Definition = new("greeting", [new("name"), new("title", IsRequired: false)]);

    [Fact]
    public void Fill_Values_StandInTheirPlaces() =>
        Assert.Equal("Dear Prof. Ada!", Parse("Dear {{title}} {{ name }}!").Fill(("name", "Ada"), ("title", "Prof.")));

    [Fact]
    public void Fill_ValueSpellsAPlaceholder_StaysAsItIs() =>
        Assert.Equal("{{title}} { }", Parse("{{name}} { }").Fill(("name", "{{title}}"), ("title", "Prof.")));

    [Fact]
    public void Fill_LineOfEmptyPlaceholders_IsLeftOut() =>
        Assert.Equal("one\n\ntwo Ada", Parse("one\n\nTitle: {{title}}\n\ntwo {{name}}\n\n").Fill(("name", "Ada"), ("title", "")));

    [Fact]
    public void Fill_LinesOfExplanationAtTheBeginning_AreNotPartOfIt() =>
        Assert.Equal("Ada\n# a heading", Parse("# what this is\n# {{unknown}}\n{{name}}\n# a heading").Fill(("name", "Ada")));

    [Theory]
    [InlineData("{{name}}\n{{nme}}", "greeting.txt, line 2: there is no placeholder 'nme' in this template.", "It takes {{name}}, {{title}}.")]
    [InlineData("# says\n{{name", "greeting.txt, line 2: '{{' is not closed.", "Write '}}' behind the placeholder's name.")]
    [InlineData("hello {{title}}", "greeting.txt: the placeholder {{name}} is missing.", "Put it back, or delete the file: the one that came with the program is used then.")]
    public void Parse_WrongTemplate_NamesFileLineAndRemedy(string text, string problem, string remedy)
    {
        var failure = Assert.Throws<LanguageModelException>(() => Parse(text)).Failure;

        Assert.Equal((problem, remedy), (failure.Message, failure.Hint));
    }

    private static PromptTemplate Parse(string text) => new TemplateParser(Definition, "greeting.txt").Parse(text);
}
