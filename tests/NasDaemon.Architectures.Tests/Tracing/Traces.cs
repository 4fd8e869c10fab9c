using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>Short ways to trace.</summary>
internal static class Traces
{
    private const string Body = """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(3072, 10)
                INIT

            def forward(self, x):
                FORWARD
        """;

    public static TraceRequest Request { get; } = new(new NetworkShape([3, 32, 32], 10));

    public static TraceResult Trace(string source, TracingLimits? limits = null) =>
        new ArchitectureTracer(limits ?? TracingLimits.Default).Trace(source, Request);

    public static string Network(string initialisation = "pass", string forward = "return self.fc(x.flatten(1))") => Body
        .Replace("INIT", Indent(initialisation), StringComparison.Ordinal)
        .Replace("FORWARD", Indent(forward), StringComparison.Ordinal);

    public static Architecture Accept(string source)
    {
        var result = Trace(source);
        Assert.True(result.IsAccepted, result.Failure?.ToString());
        return result.Architecture;
    }

    public static Failure Refuse(string source, TracingLimits? limits = null)
    {
        var result = Trace(source, limits);
        Assert.False(result.IsAccepted, "The source was accepted.");
        return result.Failure;
    }

    public static bool SameState(Architecture architecture, Judgement judgement)
    {
        var persistent = architecture.State.Where(entry => entry.IsPersistent).ToList();
        return persistent.Count == judgement.State!.Length
            && persistent.Zip(judgement.State).All(pair => pair.First.Name == pair.Second.Name && pair.First.Shape.SequenceEqual(pair.Second.Shape));
    }

    private static string Indent(string block) => block.Replace("\n", "\n        ", StringComparison.Ordinal);
}
