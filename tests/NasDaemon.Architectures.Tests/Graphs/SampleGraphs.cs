using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tests.Graphs;

/// <summary>Builds small networks through the catalogue, as the tracer does.</summary>
internal sealed class SampleGraphs
{
    private readonly TraceScope _scope = new(new GraphBuilder(new GraphLimits(1000, 1L << 40))) { InForward = true };
    private readonly List<StateEntry> _state = [];

    public TensorValue Input(params long[] sizes)
    {
        var type = new TensorType([Dimension.Batch, .. sizes.Select(Dimension.FromInt64)]);
        return new TensorValue(type, _scope.Graph.AddInput(type));
    }

    public StateTensor State(string name, Initialisation initialisation, bool isParameter, params long[] shape)
    {
        _state.Add(new StateEntry(name, [.. shape], ElementType.Float32, isParameter, isParameter, true, initialisation));
        return new StateTensor([.. shape], ElementType.Float32, initialisation, isParameter, isParameter) { Name = name };
    }

    public StateTensor Weight(string name, params long[] shape) => State(name, new UniformInitialisation(-0.1, 0.1), true, shape);

    public TensorValue Call(string path, params Value[] arguments)
    {
        var isKnown = path.StartsWith('.')
            ? OperatorCatalogue.Default.TryFindMethod(path[1..], out var function)
            : OperatorCatalogue.Default.TryFindFunction(path, out function);
        Assert.True(isKnown, path);
        var result = function!.Call(_scope, CallArguments.Of([.. arguments]));
        Assert.True(result.Error is null, result.Error?.Message);
        return (TensorValue)(result.Value is TupleValue tuple ? tuple.Items[0] : result.Value!);
    }

    public TensorValue Convolution(string name, TensorValue input, long outputs, long kernel = 3, long groups = 1)
    {
        var weight = Weight(name + ".weight", outputs, input.Shape[1].Constant / groups, kernel, kernel);
        return Call(
            "torch.nn.functional.conv2d",
            input,
            weight,
            NoneValue.Instance,
            new IntegerValue(1),
            new IntegerValue(kernel / 2),
            new IntegerValue(1),
            new IntegerValue(groups));
    }

    public TensorValue BatchNorm(string name, TensorValue input)
    {
        var channels = input.Shape[1].Constant;
        return Call(
            "torch.nn.functional.batch_norm",
            input,
            State(name + ".running_mean", new ConstantInitialisation(0), false, channels),
            State(name + ".running_var", new ConstantInitialisation(1), false, channels),
            State(name + ".weight", new ConstantInitialisation(1), true, channels),
            State(name + ".bias", new ConstantInitialisation(0), true, channels),
            TrainingFlagValue.Instance);
    }

    public Architecture Build(TensorValue output) =>
        _scope.Graph.Build(output.Source, output.Type, [.. _state], ImmutableSortedDictionary<string, string>.Empty);
}
