using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Tests.Markup;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Element_HostileText_IsEscapedInsideAndOutside()
    {
        var html = new HtmlWriter();

        html.Element("p", "</p><script>\"'&", ("title", "\"><img src=x onerror='1'>"), ("id", null));

        Assert.Equal(
            "<p title=\"&quot;&gt;&lt;img src=x onerror=&#39;1&#39;&gt;\">&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;</p>",
            html.ToString());
    }

    [Theory]
    [InlineData("a\u0000b", "a\uFFFDb")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("one\r\n\ttwo", "one\n\ttwo")]
    public void Text_WhatCannotBeSeen_IsMadeVisible(string text, string expected)
    {
        var html = new HtmlWriter();

        html.Text(text);

        Assert.Equal(expected, html.ToString());
    }

    [Fact]
    public void Text_HalfASurrogatePair_IsReplaced()
    {
        var html = new HtmlWriter();

        html.Text("a" + (char)0xD800 + "b");

        Assert.Equal("a\uFFFDb", html.ToString());
    }

    [Fact]
    public void Open_Nested_ClosesInTheRightOrder()
    {
        var html = new HtmlWriter();

        using (html.Open("ul"))
        using (html.Open("li"))
        {
            html.Text("x");
        }

        Assert.Equal("<ul><li>x</li></ul>", html.ToString());
    }
}
