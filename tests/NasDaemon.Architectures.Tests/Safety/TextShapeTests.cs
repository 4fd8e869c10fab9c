using System.Text;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Tests.Tracing;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Safety;

/// <summary>Hostile as a text, before anything is executed: deep, long, or not what it looks like.</summary>
public sealed class TextShapeTests
{
    private const int Depth = 20_000;

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{1: ", "}")]
    [InlineData("{", "}")]
    [InlineData("-", "")]
    [InlineData("~", "")]
    [InlineData("not ", "")]
    [InlineData("f(", ")")]
    [InlineData("x[", "]")]
    [InlineData("lambda: ", "")]
    [InlineData("lambda x=", ": 1")]
    [InlineData("1 if 1 else ", "")]
    [InlineData("2 ** ", "")]
    [InlineData("[x for x in ", "]")]
    [InlineData("(x := ", ")")]
    [InlineData("*", "")]
    public async Task Trace_DeepExpression_IsRefusedAsLimit(string open, string close)
    {
        var source = new StringBuilder("x = ").Insert(4, open, Depth).Append('1').Insert(5 + (open.Length * Depth), close, Depth).ToString();

        var failure = (await GuardedTrace.RunAsync(source)).Failure;

        Assert.True(failure is { Class: FailureClass.LimitExceeded } or { Class: FailureClass.Syntax }, failure?.ToString());
    }

    [Theory]
    [InlineData("a.", "a")]
    [InlineData("1 + ", "1")]
    [InlineData("1 and ", "1")]
    [InlineData("1 < ", "1")]
    [InlineData("a().", "a")]
    [InlineData("a = ", "1")]
    [InlineData("1, ", "1")]
    [InlineData("'a' ", "'a'")]
    [InlineData("1; ", "1")]
    public async Task Trace_LongChain_StaysWithinItsLimits(string link, string end) =>
        Assert.NotNull(await GuardedTrace.RunAsync("a = 1\n" + string.Concat(Enumerable.Repeat(link, Depth)) + end));

    [Theory]
    [InlineData("if 1:")]
    [InlineData("for x in y:")]
    [InlineData("while 1:")]
    [InlineData("def f():")]
    [InlineData("class A:")]
    [InlineData("with x:")]
    [InlineData("try:")]
    public async Task Trace_DeepBlocks_AreRefused(string opening)
    {
        var source = string.Concat(Enumerable.Range(0, 600).Select(depth => new string(' ', depth) + opening + "\n")) + new string(' ', 600) + "pass\n";

        var failure = (await GuardedTrace.RunAsync(source)).Failure;

        Assert.True(failure is { Class: FailureClass.LimitExceeded } or { Class: FailureClass.Syntax }, failure?.ToString());
    }

    [Fact]
    public async Task Trace_DeepFormattedTexts_StayWithinTheirLimits()
    {
        var nested = Enumerable.Range(0, 200).Aggregate("1", (inner, depth) => depth % 2 == 0 ? $"f'{{{inner}}}'" : $"f\"{{{inner}}}\"");

        Assert.NotNull((await GuardedTrace.RunAsync($"x = {nested}")).Failure);
    }

    [Fact]
    public async Task Trace_DeepFormatSpecifications_AreRefused() =>
        Assert.NotNull((await GuardedTrace.RunAsync("x = f'" + string.Concat(Enumerable.Repeat("{1:", Depth)) + string.Concat(Enumerable.Repeat("}", Depth)) + "'")).Failure);

    [Fact]
    public async Task Trace_TowerOfDecorators_StaysWithinItsLimits() =>
        Assert.NotNull(await GuardedTrace.RunAsync(string.Concat(Enumerable.Repeat("@d\n", Depth)) + "def f():\n    pass\n"));

    [Theory]
    [InlineData("[", "0, ", "]")]
    [InlineData("(", "0, ", ")")]
    [InlineData("{", "0, ", "}")]
    [InlineData("{", "0: 0, ", "}")]
    [InlineData("f(", "0, ", ")")]
    [InlineData("'", "a", "'")]
    [InlineData("'", "\\n", "'")]
    [InlineData("f'", "{1}", "'")]
    [InlineData("", "1", "")]
    [InlineData("1.", "1", "")]
    [InlineData("# ", "x", "")]
    public async Task Trace_MillionElementLiteral_IsRefusedAsLimit(string open, string element, string close)
    {
        var text = $"x = {open}{string.Concat(Enumerable.Repeat(element, 1_000_000))}{close}\n";

        var failure = (await GuardedTrace.RunAsync(text)).Failure;

        Assert.Equal(FailureClass.LimitExceeded, failure?.Class);
    }

    [Theory]
    [InlineData("x = [", "0,", "]")]
    [InlineData("x = {", "0:0,", "}")]
    [InlineData("", "x=[]\n", "")]
    [InlineData("", "def f():pass\n", "")]
    [InlineData("", "class A:\n pass\n", "")]
    [InlineData("def f(", "*,", "):pass")]
    [InlineData("x = '", "\\x41", "'")]
    [InlineData("x = f'", "{1}", "'")]
    [InlineData("", ";", "")]
    [InlineData("", "(", "")]
    [InlineData("", "\\\n", "")]
    [InlineData("", "\t", "x")]
    [InlineData("", "a ", "")]
    [InlineData("", "'", "")]
    [InlineData("", "\"\"\"", "")]
    public async Task Trace_LongestTextThatIsAllowed_StaysWithinItsLimits(string open, string element, string close)
    {
        var count = (TracingLimits.Default.SourceLength - 20) / element.Length;

        Assert.NotNull(await GuardedTrace.RunAsync(open + string.Concat(Enumerable.Repeat(element, count)) + close + "\n"));
    }

    [Fact]
    public async Task Trace_TenMegabytes_AreRefusedUnread()
    {
        var failure = (await GuardedTrace.RunAsync(new string('x', 10_000_000))).Failure;

        Assert.Equal(FailureClass.LimitExceeded, failure?.Class);
        Assert.Equal("The source has 10000000 characters; the limit is 200000.", failure?.Message);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("x = '\0'")]
    [InlineData("# a comment\0\n")]
    public async Task Trace_NulCharacter_IsRefusedAsSyntax(string text) =>
        Assert.Equal(FailureClass.Syntax, (await GuardedTrace.RunAsync(text + "\n" + Traces.Network())).Failure?.Class);

    [Theory]
    [InlineData("\ufeff", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("", "\r")]
    [InlineData("\f", "\n")]
    [InlineData("# gr\u00f6\u00dfe \ud83d\ude00\n", "\n")]
    public async Task Trace_HarmlessOddity_IsAccepted(string start, string lineEnd)
    {
        var source = start + Traces.Network().Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal);

        var result = await GuardedTrace.RunAsync(source);

        Assert.True(result.IsAccepted, result.Failure?.ToString());
    }

    [Fact]
    public async Task Trace_TabsAndBlanksMixed_IsRefusedAsSyntax()
    {
        var failure = (await GuardedTrace.RunAsync("if 1:\n        x = 1\n\ty = 2\n")).Failure;

        Assert.Equal(FailureClass.Syntax, failure?.Class);
        Assert.Equal("inconsistent use of tabs and spaces in indentation", failure?.Message);
    }

    [Theory]
    [InlineData("x = '\ud800'")]
    [InlineData("\udfff")]
    [InlineData("\ufffd\ufffd")]
    [InlineData("x\u202e = 1")]
    [InlineData("x = 1 \u2066# hidden\u2069")]
    [InlineData("\u00a0x = 1")]
    [InlineData("x\u200b = 1")]
    public async Task Trace_CharactersThatNoCodeHas_StayWithinTheirLimits(string line) =>
        Assert.NotNull(await GuardedTrace.RunAsync(line + "\n" + Traces.Network()));

    /// <summary>Python compares identifiers in their NFKC form, so that look-alikes of the compatibility kind are one name.</summary>
    [Fact]
    public async Task Trace_CompatibilityLookAlike_IsTheSameName()
    {
        var result = await GuardedTrace.RunAsync(Traces.Network("\uff46\uff43 = 1\nassert fc == 1"));

        Assert.True(result.IsAccepted, result.Failure?.ToString());
    }

    [Fact]
    public async Task Trace_CyrillicLookAlike_IsAnotherName() =>
        Assert.Equal(FailureClass.UnknownName, (await GuardedTrace.RunAsync(Traces.Network("a = 1\n\u0430 + 1"))).Failure?.Class);
}
