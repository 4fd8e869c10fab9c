using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Parsing;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Tests.Syntax;

public sealed class ParserTests
{
    [Fact]
    public void Parse_Operators_BindAsInPython()
    {
        var sum = Assert.IsType<BinaryExpression>(Expression("1 + 2 * -3 ** 2"));
        var product = Assert.IsType<BinaryExpression>(sum.Right);
        var negation = Assert.IsType<UnaryExpression>(product.Right);

        Assert.Equal((BinaryOperator.Add, BinaryOperator.Multiply), (sum.Operator, product.Operator));
        Assert.Equal(BinaryOperator.Power, Assert.IsType<BinaryExpression>(negation.Operand).Operator);
    }

    [Fact]
    public void Parse_ComparisonChain_IsOneExpression() =>
        Assert.Equal(
            [ComparisonOperator.Less, ComparisonOperator.NotIn, ComparisonOperator.IsNot],
            Assert.IsType<ComparisonExpression>(Expression("a < b not in c is not d")).Links.Select(link => link.Operator));

    [Fact]
    public void Parse_Function_KnowsWhatItBinds()
    {
        var function = Assert.IsType<FunctionDefinition>(Statement(
            "def f(a, *b, c=1, **d):\n    global g\n    g = e = 1\n    for i, (j, *k) in a: pass\n    import x.y as z\n    return [q for q in a if (w := q)]\n"));

        Assert.Equal(["a", "b", "c", "d", "e", "i", "j", "k", "w", "z"], function.Scope.Locals.Order());
        Assert.Equal(["g"], function.Scope.Globals);
        Assert.False(function.Scope.IsGenerator);
    }

    [Fact]
    public void Parse_LinesJoinedInBrackets_KeepTheirPositions()
    {
        var call = Assert.IsType<CallExpression>(Expression("f(\n  a,  # first\n\n  b=\\\n c)"));

        Assert.Equal((2, 3), (call.Arguments[0].Value.Position.Line, call.Arguments[0].Value.Position.Column));
        Assert.Equal((5, 2), (call.Arguments[1].Value.Position.Line, call.Arguments[1].Value.Position.Column));
    }

    [Theory]
    [InlineData("'a' \"b\" '''c'''", "abc")]
    [InlineData(@"'\n\x41\u00e9\101\'\q'", "\nAéA'\\q")]
    [InlineData(@"r'\n'", "\\n")]
    [InlineData("'''a\nb'''", "a\nb")]
    public void Parse_Strings_AreJoinedAndUnescaped(string source, string expected) =>
        Assert.Equal(expected, Assert.IsType<TextLiteral>(Expression(source)).Value);

    [Fact]
    public void Parse_FormattedText_KeepsFieldsConversionsAndFormats()
    {
        var text = Assert.IsType<FormattedText>(Expression("f'a{b[\"c\"]!r:>{width}}d{{}}{e=}'"));
        var field = Assert.IsType<FormattedField>(text.Parts[1]);

        Assert.Equal(4, text.Parts.Length);
        Assert.Equal('r', field.Conversion);
        Assert.IsType<SubscriptExpression>(field.Value);
        Assert.Equal(2, field.Format!.Parts.Length);
        Assert.Equal("d{}", Assert.IsType<FormattedRun>(text.Parts[2]).Text);
        Assert.Equal("e=", Assert.IsType<FormattedField>(text.Parts[3]).Label);
    }

    [Theory]
    [InlineData("x = 1\r\nif x:\r\n\ty = 2\r\n")]
    [InlineData("\uFEFFx = 1")]
    [InlineData("if x: y = 1; z = 2\nelse: pass")]
    [InlineData("with (open(a) as b, c as d): pass")]
    [InlineData("match = case = 1\nmatch(case)\nmatch [0]\n")]
    [InlineData("@a.b(1)\n@c\ndef f(a: int = 1, /, b: 'x' = 2, *, c) -> None: ...")]
    [InlineData("a: int\nb: list[int] = [1]\nself.c: int = 3")]
    [InlineData("lambda *a, **k: (yield)\nx = [1, 2, *y][1:, ..., None]\n")]
    [InlineData("try:\n  pass\nexcept (A, B) as e:\n  raise X from e\nelse:\n  pass\nfinally:\n  pass")]
    [InlineData("# only a comment")]
    [InlineData("")]
    public void Parse_ValidPython_HasNoProblem(string source) => Assert.Null(Parser.Parse(source, 1_000, 100).Problem);

    [Theory]
    [InlineData("x = 1\0", "source code string cannot contain null bytes")]
    [InlineData("x = 1\u202e", "invalid non-printable character U+202E")]
    [InlineData("x\u200b = 1", "invalid non-printable character U+200B")]
    [InlineData("x = \u0007", "invalid non-printable character U+0007")]
    public void Parse_ControlCharacters_AreRefused(string source, string message) =>
        Assert.Equal(message, Parser.Parse(source, 1_000, 100).Problem!.Message);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(40, 2)]
    [InlineData(40, 39)]
    public void Parse_KeywordGivenTwice_IsRefused(int count, int repeated)
    {
        var keywords = string.Join(", ", Enumerable.Range(0, count).Append(repeated).Select(number => $"a{number}=1"));

        Assert.Equal($"keyword argument repeated: a{repeated}", Parser.Parse($"f({keywords})", 1_000, 100).Problem!.Message);
    }

    private static Statement Statement(string source)
    {
        var outcome = Parser.Parse(source, 10_000, 100);
        Assert.Null(outcome.Problem);
        return outcome.Module!.Body[0];
    }

    private static Expression Expression(string source) => Assert.IsType<ExpressionStatement>(Statement(source)).Value;
}
