using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>Generators, iterators and classes that never come to an end.</summary>
public sealed class GeneratorLimitTests
{
    [Theory]
    [InlineData("def g(): yield from g()\nnext(g())")]
    [InlineData("import itertools\nsum(itertools.count())")]
    [InlineData("def g():\n    while True: yield 1\nlist(g())")]
    [InlineData("import itertools\nfor _ in itertools.product(range(1000), repeat=10): pass")]
    [InlineData("class A:\n    def __iter__(self): return iter(self)\nlist(A())")]
    [InlineData("class M(type):\n    def __call__(cls, *a): return cls()\nclass A(metaclass=M): pass\nA()")]
    [InlineData("class D:\n    def __get__(self, o, t): return o.d\nclass C:\n    d = D()\nC().d")]
    [InlineData("m = nn.ReLU()\nm.register_forward_hook(lambda mod, i, o: mod(o))\nm(torch.zeros(1))")]
    [InlineData("import functools\n@functools.cache\ndef f(n): return f(n + 1)\nf(0)")]
    public void Trace_WhatNeverEnds_ExceedsALimit(string initialiser) =>
        Assert.Equal(FailureClass.LimitExceeded, Traces.Refuse(Traces.Network(initialiser)).Class);
}
