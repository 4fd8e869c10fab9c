using System.Text;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>No source can hang or crash the tracer, or make it take what its limits do not allow.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("while True:\n    pass")]
    [InlineData("for i in range(10**12):\n    pass")]
    [InlineData("l = [1]\nfor x in l:\n    l.append(x)")]
    [InlineData("f = lambda: f()\nf()")]
    [InlineData("x = 10**10**8")]
    [InlineData("x = 2**5000")]
    [InlineData("x = 1\nwhile True:\n    x = x * x + 7")]
    [InlineData("x = 1 << 10**9")]
    [InlineData("s = 'a'\nwhile True:\n    s = s + s")]
    [InlineData("s = 'a' * 10**12")]
    [InlineData("l = [0] * 10**12")]
    [InlineData("l = [0]\nwhile True:\n    l = l + l")]
    [InlineData("l = [[0] * 1000 for i in range(10**6)]")]
    [InlineData("x = list(range(10**10))")]
    [InlineData("x = [i for i in range(10**10)]")]
    [InlineData("x = f'{1:>1000000000}'")]
    [InlineData("x = '%1000000000d' % 1")]
    [InlineData("x = 'x'.ljust(10**10)")]
    [InlineData("x = 'aa'.replace('a', 'b' * 90000)")]
    [InlineData("import itertools\nx = list(itertools.product(range(1000), repeat=6))")]
    [InlineData("self.layers = [nn.Linear(1, 1) for _ in range(10**7)]")]
    public void Trace_GreedyInitialiser_IsRefusedAsLimit(string initialiser)
    {
        var failure = Traces.Refuse(Traces.Network(initialiser));

        Assert.Equal(FailureClass.LimitExceeded, failure.Class);
    }

    [Theory]
    [InlineData("def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(1)\n")]
    [InlineData("class A:\n    def __getattr__(self, name):\n        return self.other\nA().x\n")]
    [InlineData("class A:\n    def __repr__(self):\n        return f'{self!r}'\nrepr(A())\n")]
    [InlineData("class A:\n    def __eq__(self, other):\n        return self == other\nA() == A()\n")]
    [InlineData("class A:\n    def __iter__(self):\n        return iter(self)\nlist(A())\n")]
    [InlineData("def f():\n    return [f() for _ in range(2)]\nf()\n")]
    [InlineData("class A:\n    def __init__(self):\n        A()\nA()\n")]
    public void Trace_EndlessRecursion_IsRefused(string source) => Assert.NotNull(Traces.Refuse(source + Traces.Network()));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("not ", "")]
    [InlineData("f(", ")")]
    [InlineData("lambda: ", "")]
    [InlineData("1 if 1 else ", "")]
    [InlineData("2 ** ", "")]
    public void Trace_DeeplyNestedExpression_IsRefusedAsLimit(string open, string close)
    {
        var source = new StringBuilder("x = ").Insert(4, open, 20_000).Append('1').Insert(5 + (open.Length * 20_000), close, 20_000).ToString();

        Assert.Equal(FailureClass.LimitExceeded, Traces.Refuse(source).Class);
    }

    [Theory]
    [InlineData("1 + ")]
    [InlineData("a.b().")]
    public void Trace_LongChain_IsRefusedAsLimit(string link) =>
        Assert.Equal(FailureClass.LimitExceeded, Traces.Refuse("x = " + string.Concat(Enumerable.Repeat(link, 5_000)) + "c").Class);

    [Fact]
    public void Trace_DeeplyNestedBlocks_IsRefusedAsLimit()
    {
        var source = string.Concat(Enumerable.Range(0, 500).Select(depth => new string(' ', depth) + "if 1:\n")) + new string(' ', 500) + "pass\n";

        Assert.Equal(FailureClass.LimitExceeded, Traces.Refuse(source).Class);
    }

    [Fact]
    public void Trace_LongChainOfElif_NeedsNoStack()
    {
        var branches = string.Concat(Enumerable.Range(0, 3_000).Select(index => $"elif x == {index + 1}:\n    y = {index}\n"));

        Traces.Accept($"x = 3000\nif x == 0:\n    y = 0\n{branches}" + Traces.Network());
    }

    [Fact]
    public void Trace_CyclicModules_IsRefused() =>
        Assert.Equal("maximum recursion depth exceeded", Traces.Refuse(Traces.Network("self.me = self")).Message);

    [Fact]
    public void Trace_SourceBeyondItsLength_IsRefusedAsLimit() =>
        Assert.Equal(FailureClass.LimitExceeded, Traces.Refuse(new string('\n', 10_000_000)).Class);

    [Theory]
    [InlineData("import os\nos.system('true')", "'os.system'")]
    [InlineData("eval('1')", "'eval'")]
    [InlineData("open('/etc/passwd')", "'open'")]
    [InlineData("__import__('os')", "'__import__'")]
    public void Trace_WhatReachesTheMachine_IsRefusedByName(string initialiser, string name)
    {
        var failure = Traces.Refuse(Traces.Network(initialiser));

        Assert.Equal(FailureClass.UnknownName, failure.Class);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_UnusedImports_AreTolerated() =>
        Traces.Accept("import os, sys\nimport numpy as np\nfrom timm.layers import DropPath\n\n" + Traces.Network());

    [Fact]
    public void Trace_HugeTensor_IsRefusedWithoutMakingIt() =>
        Assert.Equal(FailureClass.LimitExceeded, Traces.Refuse(Traces.Network("self.big = nn.Linear(10**6, 10**6)")).Class);

    [Fact]
    public void Limits_OutOfRange_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new TracingLimits { Steps = 0 });
}
