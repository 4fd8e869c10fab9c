using NasDaemon.Reports.Html.Highlighting;

namespace NasDaemon.Reports.Html.Tests.Highlighting;

public sealed class PythonTokenizerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x = 'not closed\ny = 1")]
    [InlineData("'''never closed # \\")]
    [InlineData("class class def def 1e9_x rb'\\'' f\"{a}\" \u0000 ü = é # ünd\r\n\t@x")]
    public void Read_AnyText_LosesNothing(string source) =>
        Assert.Equal(source, string.Concat(new PythonTokenizer(source).Read().Select(token => token.Text)));

    [Fact]
    public void Read_Network_TellsItsWordsApart()
    {
        var tokens = new PythonTokenizer("class Net(nn.Module):  # a net\n    def forward(self, x):\n        return x * 2.5 + len(r'a\\'b')\n").Read().ToList();

        Assert.Equal(["class", "def", "self", "return"], Of(PythonTokenKind.Keyword));
        Assert.Equal(["Net", "forward"], Of(PythonTokenKind.Definition));
        Assert.Equal(["# a net"], Of(PythonTokenKind.Comment));
        Assert.Equal(["2.5"], Of(PythonTokenKind.Number));
        Assert.Equal(["r'a\\'b'"], Of(PythonTokenKind.String));

        IEnumerable<string> Of(PythonTokenKind kind) => tokens.Where(token => token.Kind == kind).Select(token => token.Text);
    }

    [Fact]
    public void Read_LongString_EndsWithItsQuotes() =>
        Assert.Contains(new PythonToken(PythonTokenKind.String, "\"\"\"one \" two\nthree\"\"\""), new PythonTokenizer("x = \"\"\"one \" two\nthree\"\"\" + y").Read());
}
