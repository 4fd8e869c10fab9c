namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>Sources that branch on <c>self.training</c>.</summary>
public sealed class EvaluationModeTests
{
    [Theory]
    [InlineData("if self.training:\n    x = x * 2\nreturn self.fc(x.flatten(1))", 3, 2)]
    [InlineData("if not self.training:\n    x = torch.relu(x)\nreturn self.fc(x.flatten(1))", 2, 3)]
    [InlineData("x = x + 1 if self.training is True else x\nreturn self.fc(x.flatten(1))", 3, 2)]
    public void Trace_BranchOnTraining_KeepsBothGraphs(string forward, int training, int evaluation)
    {
        var architecture = Traces.Accept(Traces.Network(forward: forward));

        Assert.Equal(training, architecture.Nodes.Length);
        Assert.Equal(evaluation, architecture.Evaluation!.Nodes.Length);
    }

    [Theory]
    [InlineData("return self.fc(F.dropout(x, 0.5, self.training).flatten(1))")]
    [InlineData("if self.training and False:\n    x = x * 2\nreturn self.fc(x.flatten(1))")]
    public void Trace_SameGraphInBothModes_KeepsOne(string forward) => Assert.Null(Traces.Accept(Traces.Network(forward: forward)).Evaluation);

    [Fact]
    public void Trace_ErrorInEvaluationOnly_SaysSo()
    {
        var failure = Traces.Refuse(Traces.Network(forward: "if not self.training:\n    x = x.view(7)\nreturn self.fc(x.flatten(1))"));

        Assert.Contains("evaluation mode", failure.Hint, StringComparison.Ordinal);
    }
}
