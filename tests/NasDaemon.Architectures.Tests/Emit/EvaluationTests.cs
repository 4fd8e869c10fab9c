using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Emit;

public sealed class EvaluationTests
{
    [Fact]
    public void Lower_NetworkWithEvaluationGraph_BranchesOnTheMode()
    {
        var source = TorchScriptEmitter.Lower(WithEvaluation("sigmoid"), new LoweringOptions(Precision.Float32)).ForwardSource;
        var (training, evaluation) = (source.IndexOf("torch.relu", StringComparison.Ordinal), source.IndexOf("torch.sigmoid", StringComparison.Ordinal));
        Assert.InRange(source.IndexOf("else:", StringComparison.Ordinal), training, evaluation);
        Assert.Contains("    if self.training:\n", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_NetworksThatDifferInEvaluationOnly_DifferInTheFingerprint() =>
        Assert.NotEqual(GraphFingerprint.Compute(WithEvaluation("sigmoid")), GraphFingerprint.Compute(WithEvaluation("tanh")));

    [Fact]
    public void Serialize_NetworkWithEvaluationGraph_KeepsIt() =>
        Assert.Equal(
            "sigmoid", GraphJson.Deserialize(GraphJson.Serialize(WithEvaluation("sigmoid"))).Evaluation?.Nodes[0].Operator);

    private static Architecture WithEvaluation(string function)
    {
        var (training, evaluation) = (Trace("relu"), Trace(function));
        return training with { Evaluation = new EvaluationGraph(evaluation.Nodes, evaluation.Output, evaluation.OutputType) };
    }

    private static Architecture Trace(string function)
    {
        var source = $$"""
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.head = nn.Linear(8, 10)

                def forward(self, x):
                    return self.head(torch.{{function}}(x))
            """;
        var traced = new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(new NetworkShape([8], 10)));
        return traced.Architecture ?? throw new InvalidOperationException(traced.Failure?.Message);
    }
}
