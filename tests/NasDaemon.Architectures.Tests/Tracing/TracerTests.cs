using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Tracing;

public sealed class TracerTests
{
    private const string Lemur = """
        import torch.nn as nn

        def supported_hyperparameters():
            return {'lr', 'dropout'}

        class Net(nn.Module):
            def __init__(self, in_shape: tuple, out_shape: tuple, prm: dict, device) -> None:
                super().__init__()
                self.device = device
                self.drop = nn.Dropout(prm['dropout'])
                self.fc = nn.Linear(in_shape[1] * in_shape[2] * in_shape[3], out_shape[0])

            def forward(self, x):
                return self.fc(self.drop(x.flatten(1)))
        """;

    [Fact]
    public void Trace_LemurDialect_GetsShapesAndHyperParameters()
    {
        var parameters = ImmutableSortedDictionary.Create<string, HyperParameter>(StringComparer.Ordinal).Add("dropout", 0.35);
        var request = new TraceRequest(new NetworkShape([1, 28, 28], 7)) { HyperParameters = parameters };

        var result = new ArchitectureTracer(TracingLimits.Default).Trace(Lemur, request);

        Assert.True(result.IsAccepted, result.Failure?.ToString());
        Assert.Equal(SourceDialect.Lemur, result.Dialect);
        Assert.Equal([2L, 7L], result.Architecture.OutputType.At(2).AsEnumerable());
        var dropout = result.Architecture.Nodes.Single(node => node.Operator == "dropout");
        Assert.Contains(dropout.Arguments, argument => argument.Value is FloatArgument { Value: 0.35 });
    }

    [Theory]
    [InlineData("Encoder", true, null)]
    [InlineData("Encoder", false, 8L)]
    [InlineData(null, true, 10L)]
    public void Trace_ChosenClassAndOutput_AreWhatTheRequestSays(string? className, bool checksOutput, long? columns)
    {
        var source = """
            class Encoder(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.fc = nn.Linear(3072, 8)

                def forward(self, x):
                    return self.fc(x.flatten(1))

            class Net(nn.Sequential):
                def __init__(self):
                    super().__init__(Encoder(), nn.Linear(8, 10))
            """;
        var request = Traces.Request with { ClassName = className, ChecksOutput = checksOutput };

        var result = new ArchitectureTracer(TracingLimits.Default).Trace(source, request);

        Assert.Equal(columns, result.Architecture?.OutputType.At(2)[1]);
        Assert.Equal(columns is null ? FailureClass.WrongOutput : null, result.Failure?.Class);
    }

    [Fact]
    public void Trace_Node_KnowsItsModuleAndLine()
    {
        var source = """
            class Block(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.conv = nn.Conv2d(3, 3, 1)

                def forward(self, x):
                    return F.relu(self.conv(x))

            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.layer = nn.Sequential(Block(), Block())
                    self.fc = nn.Linear(3072, 10)

                def forward(self, x):
                    x = self.layer(x)
                    return self.fc(
                        x.flatten(1))
            """;

        var nodes = Traces.Accept(source).Nodes;

        Assert.Equal(
            [("conv2d", "layer.0.conv", 7), ("relu", "layer.0", 7), ("conv2d", "layer.1.conv", 7), ("relu", "layer.1", 7)],
            nodes.Take(4).Select(node => (node.Operator, node.ModulePath, node.Line)));
        Assert.Equal(("", 18), (nodes[4].ModulePath, nodes[4].Line));
        Assert.Equal(("fc", 17), (nodes[^1].ModulePath, nodes[^1].Line));
    }

    [Fact]
    public void Trace_ModuleTypes_NameEveryModule()
    {
        var types = Traces.Accept(Traces.Network("self.body = nn.Sequential(nn.ReLU())")).ModuleTypes;

        Assert.Equal(new Dictionary<string, string> { [""] = "Net", ["fc"] = "Linear", ["body"] = "Sequential", ["body.0"] = "ReLU" }, types);
    }

    [Fact]
    public void Trace_SharedModule_IsListedUnderBothNames()
    {
        var state = Traces.Accept(Traces.Network("self.again = self.fc")).State;

        Assert.Equal(["fc.weight", "fc.bias", "again.weight", "again.bias"], state.Select(entry => entry.Name));
        Assert.Equal([null, null, "fc.weight", "fc.bias"], state.Select(entry => entry.SharedWith));
    }

    [Fact]
    public void Trace_ModulesInPlainList_AreKeptOutOfTheStateDict()
    {
        var architecture = Traces.Accept(Traces.Network("self.layers = [nn.Linear(3072, 3072)]", "return self.fc(self.layers[0](x.flatten(1)))"));

        Assert.Equal(["fc.weight", "fc.bias"], architecture.State.Where(entry => entry.IsPersistent).Select(entry => entry.Name));
        Assert.Equal(30730, architecture.ParameterCount);
        Assert.Equal(2, architecture.State.Count(entry => !entry.IsPersistent && !entry.IsTrainable));
    }

    [Fact]
    public void Trace_ExtraInputs_ReachForward()
    {
        var source = """
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.a = nn.Linear(3072, 10)
                    self.b = nn.Linear(3072, 10)

                def forward(self, x, weights):
                    x = x.flatten(1)
                    return weights[0] * self.a(x) + weights[1] * self.b(x)
            """;
        var request = Traces.Request with { ExtraInputs = [new TensorType([2])] };

        var result = new ArchitectureTracer(TracingLimits.Default).Trace(source, request);

        Assert.True(result.IsAccepted, result.Failure?.ToString());
        Assert.Equal(2, result.Architecture.Inputs.Length);
    }

    [Theory]
    [InlineData("return x", FailureClass.WrongOutput)]
    [InlineData("return None", FailureClass.WrongOutput)]
    [InlineData("return self.fc(x.flatten(1)), 1", FailureClass.WrongOutput)]
    [InlineData("return self.fc(x.view(-1, 1536))", FailureClass.ShapeMismatch)]
    [InlineData("return self.fc4(x)", FailureClass.UnknownAttribute)]
    [InlineData("return F.rellu(x)", FailureClass.UnknownName)]
    [InlineData("return unknown", FailureClass.UnknownName)]
    [InlineData("if x.sum() > 0:\n    pass\nreturn self.fc(x.flatten(1))", FailureClass.DataDependent)]
    [InlineData("assert x.shape[1] == 4\nreturn x", FailureClass.RaisedError)]
    [InlineData("return self.fc(x.flatten(1), 1)", FailureClass.WrongArguments)]
    public void Trace_WrongForward_HasItsClass(string forward, FailureClass expected) =>
        Assert.Equal(expected, Traces.Refuse(Traces.Network(forward: forward)).Class);

    [Theory]
    [InlineData("async def f():\n    pass\n")]
    [InlineData("x = 3j\n")]
    [InlineData("x = b'bytes'\n")]
    public void Trace_PythonThatIsNotInterpreted_IsUnsupported(string source) =>
        Assert.Equal(FailureClass.UnsupportedSyntax, Traces.Refuse(source).Class);

    [Fact]
    public void Trace_MisspeltAttribute_HintsAtTheNearest() =>
        Assert.Equal("Did you mean 'fc'?", Traces.Refuse(Traces.Network(forward: "return self.fcc(x)")).Hint);

    [Fact]
    public void Trace_NetworkOfAnotherName_SaysSo() =>
        Assert.Contains("'Other'", Traces.Refuse("class Other(nn.Module):\n    pass\n").Hint, StringComparison.Ordinal);

    [Fact]
    public async Task Trace_FromManyThreads_GivesTheSameArchitecture()
    {
        var tracer = new ArchitectureTracer(TracingLimits.Default);

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => tracer.Trace(Lemur, Traces.Request))));

        Assert.All(results, result => Assert.Equal(results[0].Architecture!.Nodes.Length, result.Architecture!.Nodes.Length));
    }
}
