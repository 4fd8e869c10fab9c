using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tests.Operators;

public sealed class InPlaceTests
{
    private readonly TraceScope _scope = new(new GraphBuilder(new GraphLimits(100, 1L << 30))) { InForward = true };

    [Fact]
    public void InPlaceOperator_EveryAlias_SeesTheResult()
    {
        var tensor = Input();
        var result = Method("relu_", tensor);
        Assert.Same(tensor, result.Value);
        Assert.Equal(new ValueArgument(0), tensor.Source);
    }

    [Fact]
    public void InPlaceOperator_OnAView_ViewItselfGoesOn()
    {
        var view = (TensorValue)Method("view", Input(), new IntegerValue(-1)).Value!;
        Method("relu_", view);
        Assert.Null(Method("relu", view).Error);
    }

    [Fact]
    public void InPlaceOperator_OnAView_OriginalSeesTheResult()
    {
        var tensor = Input();
        Method("relu_", Method("view", tensor, new IntegerValue(-1)).Value!);
        Assert.Equal("reshape", _scope.Graph.Nodes[((ValueArgument)tensor.Source).Node].Operator);
    }

    [Fact]
    public void InPlaceOperator_OnAView_OtherViewIsTakenAnew()
    {
        var tensor = Input();
        var first = (TensorValue)Method("select", tensor, new IntegerValue(1), new IntegerValue(0)).Value!;
        var second = (TensorValue)Method("select", tensor, new IntegerValue(1), new IntegerValue(0)).Value!;
        var before = second.Source;
        Method("relu_", first);
        Method("exp", second);
        Assert.NotEqual(before, second.Source);
    }

    [Fact]
    public void InPlaceOperator_AfterClone_LeavesTheCopyAlone()
    {
        var tensor = Input();
        var copy = (TensorValue)Method("clone", tensor).Value!;
        Method("relu_", tensor);
        Assert.Equal(new InputArgument(0), copy.Source);
        Assert.Null(Method("relu", copy).Error);
    }

    private TensorValue Input()
    {
        var type = new TensorType([Dimension.Batch, 4, 4]);
        return new TensorValue(type, _scope.Graph.AddInput(type));
    }

    private CallResult Method(string name, params Value[] arguments)
    {
        Assert.True(OperatorCatalogue.Default.TryFindMethod(name, out var method));
        return method!.Call(_scope, CallArguments.Of([.. arguments]));
    }
}
