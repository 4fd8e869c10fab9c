using System.Text;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Tests.Yaml;

public sealed class YamlDocumentTests
{
    [Fact]
    public void Parse_Document_KeepsEveryPlace()
    {
        var document = YamlDocument.Parse("# first\na:\n  b: [1, 'x']\n");

        Assert.Empty(document.Problems);
        var map = Assert.IsType<YamlMap>(document.Root);
        var inner = Assert.IsType<YamlMap>(map.Entries[0].Value);
        var list = Assert.IsType<YamlList>(inner.Entries[0].Value);
        Assert.Equal(new TextPosition(2, 1), map.Entries[0].Position);
        Assert.Equal(new TextPosition(3, 3), inner.Entries[0].Position);
        Assert.Equal<YamlNode>([new YamlText("1", true, new TextPosition(3, 7)), new YamlText("x", false, new TextPosition(3, 10))], list.Items.AsEnumerable());
    }

    [Theory]
    [InlineData("a: &x 1", "1:4: The anchor '&x' is not allowed.")]
    [InlineData("a: *x", "1:4: The alias '*x' is not allowed.")]
    [InlineData("a: !!python/object:os.system ls", "1:4: The tag 'tag:yaml.org,2002:python/object:os.system' is not allowed.")]
    [InlineData("a: !mine 1", "1:4: The tag '!mine' is not allowed.")]
    [InlineData("a: 1\nb: 2\na: 3", "3:1: The key 'a' stands on line 1 already.")]
    [InlineData("a: 1\n---\nb: 2", "2:1: A second document begins here.")]
    [InlineData("? [a]\n: 1", "1:3: A key cannot be a list.")]
    [InlineData("a: 1\n b: 2", "2:3: This is not YAML: ")]
    [InlineData("a: [1, 2", "2:1: This is not YAML: ")]
    [InlineData("a: 'x", "1:4: This is not YAML: ")]
    [InlineData("a:\n\tb: 1", "2:1: The line is indented with a tab.")]
    [InlineData("a: \0", "1:4: The file holds a control character.")]
    [InlineData("a: 1\nb: \u001b[2J", "2:4: The file holds a control character.")]
    public void Parse_ForbiddenOrBroken_IsReportedWithItsPlace(string text, string expected)
    {
        var problem = YamlDocument.Parse(text).Problems[0];

        Assert.StartsWith(expected, $"{problem.Line}:{problem.Column}: {problem.Message}", StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void Parse_BillionLaughs_IsRefusedWithoutExpansion()
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        var document = YamlDocument.Parse(text.ToString());

        Assert.Equal(50, document.Problems.Length);
        Assert.Contains("is not allowed", document.Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "The nesting is deeper than 12 levels.")]
    [InlineData("{a: ", "The nesting is deeper than 12 levels.")]
    [InlineData("- ", "The nesting is deeper than 12 levels.")]
    [InlineData("? ", "The nesting is deeper than 12 levels.")]
    [InlineData("- x\n", "The file has more than 5000 values.")]
    public void Parse_TheSameOverAndOver_IsRefusedEarly(string piece, string message)
    {
        var text = string.Concat(Enumerable.Repeat(piece, YamlDocument.LargestFile / piece.Length));

        Assert.Equal(message, Assert.Single(YamlDocument.Parse(text).Problems).Message);
    }

    [Fact]
    public void Parse_TooLarge_IsRefused() =>
        Assert.Equal("The file is larger than 256 KiB.", Assert.Single(YamlDocument.Parse(new string('#', YamlDocument.LargestFile + 1)).Problems).Message);
}
