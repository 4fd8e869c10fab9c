using NasDaemon.Reports.Text.Markdown;

namespace NasDaemon.Reports.Text.Tests.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("mat1 (2x784), mat2: 400-10!", "mat1 (2x784), mat2: 400-10!")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("<script>&lt;", @"\<script\>\&lt;")]
    [InlineData("[x](javascript:1)", @"\[x\](javascript:1)")]
    [InlineData("**b** _i_ `c` ~~s~~ $m$", @"\*\*b\*\* \_i\_ \`c\` \~\~s\~\~ \$m\$")]
    [InlineData("max_pool2d a__b", @"max_pool2d a\_\_b")]
    [InlineData(@"\|", @"\\\|")]
    [InlineData("https://a.b www.c.d WWW.e @f", @"https:\//a.b www\.c.d WWW\.e \@f")]
    [InlineData("two\r\n# lines", "two  # lines")]
    [InlineData("\u202Ea\u0000\u200B", "\uFFFDa\uFFFD\uFFFD")]
    public void Escape_Text_IsReadAsPlainTextOfOneLine(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void Escape_LongText_IsCut() => Assert.Equal(new string('a', 300) + "…", MarkdownText.Escape(new string('a', 301)));
}
