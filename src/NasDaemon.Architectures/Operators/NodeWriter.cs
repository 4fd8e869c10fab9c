using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Adds operators to the graph of a scope.</summary>
internal static class NodeWriter
{
    // PyTorch's own bound for most operators.
    private const int MostDimensions = 64;

    /// <summary>Adds an operator.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="definition">The operator.</param>
    /// <param name="values">One value a parameter of its signature.</param>
    /// <param name="types">The outputs' types.</param>
    /// <param name="flops">Floating-point operations for one sample.</param>
    /// <param name="keepsActivation">Whether training keeps the outputs.</param>
    /// <param name="isTuple">Whether Python gets a tuple even for one output.</param>
    /// <returns>The output or a tuple of outputs, or the limit that was exceeded.</returns>
    public static CallResult Write(
        TraceScope scope,
        OperatorDefinition definition,
        IReadOnlyList<Value> values,
        ImmutableArray<TensorType> types,
        long flops,
        bool keepsActivation,
        bool isTuple = false)
    {
        foreach (var value in values)
        {
            if (TensorViews.Prepare(scope, value) is { } error)
            {
                return error;
            }
        }

        var parameters = definition.Signature.Parameters;
        var arguments = ImmutableArray.CreateBuilder<NamedArgument>(definition.Signature.ShownCount);
        var isKnown = true;
        for (var index = 0; index < parameters.Length; index++)
        {
            if (!parameters[index].IsHidden)
            {
                var argument = ArgumentConverter.Convert(values[index], ref isKnown);
                arguments.Add(new NamedArgument(parameters[index].Name, argument));
            }
        }

        if (!isKnown)
        {
            return scope.InForward
                ? OperatorError.Unsupported("forward() uses a tensor that __init__ computed from values which the tracer does not know.")
                : Outputs(types, isTuple, node: null);
        }

        if (types.Any(type => type.Shape.Length > MostDimensions))
        {
            return OperatorError.Limit($"A tensor has more than {MostDimensions} dimensions.");
        }

        var cost = new OperatorCost(flops, keepsActivation ? TensorElements.OfAll(types, 1) : 0);
        var node = new GraphNode(definition.Name, arguments.MoveToImmutable(), types, scope.ModulePath, scope.Line, cost);
        return scope.Graph.TryAdd(node, out var number)
            ? Outputs(types, isTuple, number)
            : new OperatorError(FailureClass.LimitExceeded, "RuntimeError", "The network has more operators or larger activations than the limits allow.");
    }

    // Without a node the values are unknown.
    private static Value Outputs(ImmutableArray<TensorType> types, bool isTuple, int? node)
    {
        if (!isTuple)
        {
            return Output(types[0], node, 0);
        }

        return new TupleValue([.. types.Select((type, output) => Output(type, node, output))]);
    }

    private static TensorValue Output(TensorType type, int? node, int output) =>
        new(type, node is { } number ? new ValueArgument(number, output) : ArgumentConverter.None);
}
